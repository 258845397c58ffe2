package dev.pixelwatch.media;

import java.util.HashMap;
import java.util.Map;

/**
 * How a video is encoded. The container follows from the extension of the file.
 *
 * @param encoder FFmpeg's name of the encoder, such as {@code ffv1} or {@code libopenh264}
 * @param pixelFormat FFmpeg's name of the format of the samples in the file; pictures are converted
 *     if it is not {@code yuv420p}
 * @param options options of the encoder by FFmpeg's names
 */
public record Encoding(String encoder, String pixelFormat, Map<String, String> options) {
  public Encoding {
    options = Map.copyOf(options);
  }

  /** FFV1: every sample comes back as it was. For Matroska files (.mkv) and AVI. */
  public static Encoding lossless() {
    return of("ffv1", Map.of("level", "3", "g", "1", "slicecrc", "1"));
  }

  /** H.264 by OpenH264 at one quantiser for the whole video, 1 (finest) to 51. */
  public static Encoding h264(int quantiser) {
    return constant("libopenh264", quantiser, Map.of());
  }

  /** MPEG-4 part 2 at one quantiser, 1 (finest) to 31. */
  public static Encoding mpeg4(int quantiser) {
    return constant("mpeg4", quantiser, Map.of());
  }

  /** Motion JPEG at one quantiser, 1 (finest) to 31. */
  public static Encoding mjpeg(int quantiser) {
    // "strict" lets JPEG take samples of limited range as they are.
    return constant("mjpeg", quantiser, Map.of("strict", "-1"));
  }

  /** VP9 at a constant quality, 0 (finest) to 63. */
  public static Encoding vp9(int quality) {
    return constantQuality("libvpx-vp9", quality, Map.of("deadline", "realtime", "cpu-used", "8"));
  }

  /** AV1 by libaom at a constant quality, 0 (finest) to 63. */
  public static Encoding av1(int quality) {
    return constantQuality("libaom-av1", quality, Map.of("usage", "realtime", "cpu-used", "8"));
  }

  /** Any encoder of FFmpeg with its own options, such as a bit rate {@code b}. */
  public static Encoding of(String encoder, Map<String, String> options) {
    return new Encoding(encoder, "yuv420p", options);
  }

  /** The same with other samples in the file, such as {@code yuv444p10le}. */
  public Encoding withPixelFormat(String pixelFormat) {
    return new Encoding(encoder, pixelFormat, options);
  }

  /** Whether the size can be coded; H.264 counts 4:2:0 in steps of two pixels. */
  boolean holds(int width, int height) {
    return !encoder.equals("libopenh264") || (width % 2 == 0 && height % 2 == 0);
  }

  private static Encoding constant(String encoder, int quantiser, Map<String, String> options) {
    String q = Integer.toString(quantiser);
    Map<String, String> all = new HashMap<>(options);
    all.put("qmin", q);
    all.put("qmax", q);
    return of(encoder, all);
  }

  private static Encoding constantQuality(
      String encoder, int quality, Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    all.put("crf", Integer.toString(quality));
    all.put("b", "0");
    return of(encoder, all);
  }
}
