package dev.pixelwatch.media;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How one coding format is used as a codec on pictures: options as data.
 *
 * @param name name of the coding format
 * @param encoder FFmpeg's name of the encoder
 * @param finest lowest value used on the encoder's own quantiser scale
 * @param coarsest highest value used, the end of the scale
 * @param frames pictures in the clip that is encoded: 1 for an intra frame, 2 for an intra frame
 *     and an inter frame predicted from it
 * @param conceals whether FFmpeg's decoder finds its way after an error and covers up the damage
 * @param mostBlocks how many blocks of 16 x 16 pixels the encoder takes
 * @param options further options of the encoder
 */
record CodecRecipe(
    String name,
    String encoder,
    int finest,
    int coarsest,
    int frames,
    boolean conceals,
    int mostBlocks,
    Map<String, String> options) {

  private static final int ANY = Integer.MAX_VALUE;

  // A positive speed would let VP8 choose tools by the time they take, so that results vary.
  private static final Map<String, String> VP8 =
      Map.of("b", "0", "deadline", "realtime", "cpu-used", "-8", "lag-in-frames", "0");
  private static final Map<String, String> VP9 =
      Map.of("b", "0", "deadline", "realtime", "cpu-used", "8", "lag-in-frames", "0");
  private static final Map<String, String> AOM = aom(10);
  private static final Map<String, String> AOM_SLOW = aom(6);

  /** Every recipe. Which encoders there are depends on the build of FFmpeg. */
  static final List<CodecRecipe> ALL =
      List.of(
          // "strict" lets JPEG take samples of limited range as they are.
          new CodecRecipe("mjpeg", "mjpeg", 2, 31, 1, false, ANY, Map.of("strict", "-1")),
          new CodecRecipe("mpeg2", "mpeg2video", 2, 31, 2, true, ANY, Map.of()),
          new CodecRecipe("mpeg4", "mpeg4", 2, 31, 2, true, ANY, Map.of()),
          new CodecRecipe("h264", "libopenh264", 10, 51, 2, true, 36_864, Map.of()),
          new CodecRecipe("vp8", "libvpx", 4, 63, 2, false, ANY, VP8),
          new CodecRecipe("vp9", "libvpx-vp9", 10, 63, 2, false, ANY, VP9),
          new CodecRecipe("av1", "libaom-av1", 10, 63, 2, false, ANY, AOM),
          // A slower speed: more shapes of blocks, better filters.
          new CodecRecipe("av1_slow", "libaom-av1", 10, 63, 2, false, ANY, AOM_SLOW));

  private static Map<String, String> aom(int speed) {
    return Map.of(
        "b", "0", "usage", "realtime", "aom-params", "cpu-used=" + speed, "lag-in-frames", "0");
  }

  /**
   * The quantiser for a coarseness in 0..1; linear, rounded to the encoder's whole steps.
   *
   * @throws IllegalArgumentException if the coarseness lies outside
   */
  int quantiser(double coarseness) {
    if (!(coarseness >= 0 && coarseness <= 1)) {
      throw new IllegalArgumentException("a coarseness of " + coarseness + " is not in 0..1");
    }
    return (int) Math.round(finest + coarseness * (coarsest - finest));
  }

  /** All options of the encoder for a quantiser. */
  Map<String, String> optionsAt(int quantiser) {
    String q = Integer.toString(quantiser);
    Map<String, String> all = new HashMap<>(options);
    // Encoders without a constant quantiser get a range of one value, which comes to the same.
    all.put("qmin", q);
    all.put("qmax", q);
    all.put("bf", "0");
    if (options.containsKey("b")) {
      all.put("crf", q);
    }
    return all;
  }
}
