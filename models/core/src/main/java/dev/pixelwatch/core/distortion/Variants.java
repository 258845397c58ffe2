package dev.pixelwatch.core.distortion;

import static dev.pixelwatch.core.DistortionType.ALIASING;
import static dev.pixelwatch.core.DistortionType.BANDING;
import static dev.pixelwatch.core.DistortionType.BLOCKING;
import static dev.pixelwatch.core.DistortionType.BLUR;
import static dev.pixelwatch.core.DistortionType.CHROMA_NOISE;
import static dev.pixelwatch.core.DistortionType.CONTRAST;
import static dev.pixelwatch.core.DistortionType.CORRUPTION;
import static dev.pixelwatch.core.DistortionType.EXPOSURE;
import static dev.pixelwatch.core.DistortionType.GHOSTING;
import static dev.pixelwatch.core.DistortionType.NOISE;
import static dev.pixelwatch.core.DistortionType.OVERSHARPENING;
import static dev.pixelwatch.core.DistortionType.SATURATION;
import static dev.pixelwatch.core.DistortionType.SMEARING;
import static dev.pixelwatch.core.DistortionType.TINT;
import static dev.pixelwatch.core.DistortionType.WARMTH;

import java.util.ArrayList;
import java.util.List;

/**
 * All variants in the order in which light meets them: lens and scene, sensor, image processing,
 * then codec and transport.
 */
final class Variants {
  private Variants() {}

  static List<Variant<RgbEffect>> rgb() {
    return List.of(
        new Variant<>(BLUR, 4, Severity.BLUR_GAUSSIAN, Optics::gaussianBlur),
        new Variant<>(BLUR, 2, Severity.BLUR_DEFOCUS, Optics::defocus),
        new Variant<>(BLUR, 2, Severity.BLUR_MOTION, Optics::motionBlur),
        new Variant<>(BLUR, 3, Severity.BLUR_RESOLUTION, Resolution::lower),
        new Variant<>(GHOSTING, 3, Severity.GHOSTING_BLEND, Ghosting::blend),
        new Variant<>(GHOSTING, 1, Severity.GHOSTING_EDGES, Ghosting::edges),
        new Variant<>(GHOSTING, 1, Severity.GHOSTING_INTERLACE, Ghosting::interlace),
        new Variant<>(EXPOSURE, 1, Severity.EXPOSURE, SensorGains::exposure),
        new Variant<>(WARMTH, 1, Severity.WARMTH, SensorGains::warmth),
        new Variant<>(TINT, 1, Severity.TINT, SensorGains::tint),
        new Variant<>(NOISE, 2, Severity.NOISE_BAYER, SensorNoise::luma),
        new Variant<>(NOISE, 1, Severity.NOISE_THREE_SENSORS, SensorNoise::lumaOfThreeSensors),
        new Variant<>(NOISE, 2, Severity.NOISE_GRAIN, SensorNoise::grain),
        new Variant<>(CHROMA_NOISE, 2, Severity.CHROMA_NOISE_BAYER, SensorNoise::chroma),
        new Variant<>(
            CHROMA_NOISE,
            1,
            Severity.CHROMA_NOISE_THREE_SENSORS,
            SensorNoise::chromaOfThreeSensors),
        new Variant<>(CHROMA_NOISE, 2, Severity.CHROMA_NOISE_BLOTCHES, SensorNoise::blotches),
        new Variant<>(ALIASING, 2, Severity.ALIASING_NEAREST, Aliasing::nearest),
        new Variant<>(ALIASING, 1, Severity.ALIASING_LINE_SKIPPING, Aliasing::lineSkipping),
        new Variant<>(ALIASING, 1, Severity.ALIASING_ZIPPER, Aliasing::zipper),
        new Variant<>(SMEARING, 2, Severity.SMEARING_GUIDED, Smearing::guided),
        new Variant<>(SMEARING, 1, Severity.SMEARING_BILATERAL, Smearing::bilateral),
        new Variant<>(SMEARING, 1, Severity.SMEARING_NON_LOCAL, NonLocalMeans::smear),
        new Variant<>(SMEARING, 1, Severity.SMEARING_MEDIAN, Smearing::median),
        new Variant<>(CONTRAST, 1, Severity.CONTRAST_LINEAR, Tone::linearContrast),
        new Variant<>(CONTRAST, 1, Severity.CONTRAST_CURVED, Tone::curvedContrast),
        new Variant<>(SATURATION, 1, Severity.SATURATION, Tone::saturation),
        new Variant<>(OVERSHARPENING, 2, Severity.OVERSHARPENING_FINE, Sharpening::fine),
        new Variant<>(OVERSHARPENING, 1, Severity.OVERSHARPENING_WIDE, Sharpening::wide),
        new Variant<>(BANDING, 2, Severity.BANDING_CONTOURS, Banding::contours),
        new Variant<>(BANDING, 1, Severity.BANDING_BIT_DEPTH, Banding::bitDepth),
        new Variant<>(BANDING, 1, Severity.BANDING_DITHERED, Banding::dithered));
  }

  /** The same with additive white Gaussian noise in the place of a sensor's. */
  static List<Variant<RgbEffect>> rgbWithWhiteNoise() {
    return rgb().stream()
        .map(
            variant ->
                switch (variant.type()) {
                  case NOISE -> withEffect(variant, WhiteNoise::luma);
                  case CHROMA_NOISE -> withEffect(variant, WhiteNoise::chroma);
                  default -> variant;
                })
        .toList();
  }

  private static Variant<RgbEffect> withEffect(Variant<RgbEffect> variant, RgbEffect effect) {
    return new Variant<>(variant.type(), variant.weight(), variant.curve(), effect);
  }

  /**
   * Codecs whose loop filter hides the blocks are drawn less often. Coarse, they blur more than
   * they block, and a network that sees many of them calls real blur blocking.
   */
  static List<Variant<PictureEffect>> picture(List<Codec> codecs) {
    List<Variant<PictureEffect>> variants = new ArrayList<>();
    for (Codec codec : codecs) {
      PictureEffect effect = (picture, coarseness, random) -> codec.roundTrip(picture, coarseness);
      Severity curve = Severity.ofCodec(codec);
      int weight = curve == Severity.BLOCKING_VPX ? 1 : 4;
      variants.add(new Variant<>(BLOCKING, "blocking_" + codec.name(), weight, curve, effect));
    }
    variants.add(new Variant<>(CORRUPTION, 3, Severity.CORRUPTION_SLICES, Corruption::lostSlices));
    PictureEffect bits = new BitErrors(codecs)::apply;
    variants.add(new Variant<>(CORRUPTION, 2, Severity.CORRUPTION_BITS, bits));
    variants.add(new Variant<>(CORRUPTION, 1, Severity.CORRUPTION_LINES, Corruption::deadLines));
    variants.add(new Variant<>(CORRUPTION, 1, Severity.CORRUPTION_PIXELS, Corruption::stuckPixels));
    return List.copyOf(variants);
  }
}
