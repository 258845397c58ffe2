package dev.pixelwatch.core.distortion;

/**
 * How strong each variant of a distortion is at each severity: parameter = low + (high - low) *
 * severity ^ exponent. Severity 1 is very strong but plausible, 0.1 just visible to a careful
 * viewer, and steps in between are meant to look about equal, within a type and across types; how
 * far they do is in docs/severity.csv. Above 1 lies what only a score needs to know: some curves go
 * on in the same way to a greatest parameter, which they reach at {@link Recipe#STRONGEST}; the
 * others stay.
 */
enum Severity {
  /** Standard deviation of luma at mid grey, 0..1 of the encoded range. */
  NOISE_BAYER(0.003, 0.068, 1.25, 0.5),
  NOISE_THREE_SENSORS(0.004, 0.1, 1.25, 0.5),
  NOISE_GRAIN(0.003, 0.085, 1.25, 0.5),
  /** Standard deviation of each chroma channel at mid grey. */
  CHROMA_NOISE_BAYER(0.0065, 0.078, 1.1, 0.4),
  CHROMA_NOISE_THREE_SENSORS(0.01, 0.12, 1.1, 0.4),
  CHROMA_NOISE_BLOTCHES(0.01, 0.08, 1.1, 0.4),
  /** Standard deviation of the Gaussian, pixels. */
  BLUR_GAUSSIAN(0.42, 2.4, 1.4, 14),
  /** Radius of the disc, pixels. */
  BLUR_DEFOCUS(0.5, 4, 1.4, 20),
  /** Length of the path, pixels. */
  BLUR_MOTION(1.0, 11, 1.4, 48),
  /** Pixels of the picture for one of the smaller picture it was enlarged from. */
  BLUR_RESOLUTION(1.15, 5, 1.3, 24),
  /** Gain of the unsharp mask. */
  OVERSHARPENING_FINE(0.2, 4.5, 1.2),
  OVERSHARPENING_WIDE(0.1, 2.2, 1.2),
  /** Contrast of texture that is just kept, 0..1 of the encoded range. */
  SMEARING_GUIDED(0.006, 0.095, 1.4),
  SMEARING_BILATERAL(0.02, 0.8, 2.0),
  SMEARING_NON_LOCAL(0.004, 0.19, 1.8),
  /** Radius of the median, pixels. */
  SMEARING_MEDIAN(0.2, 3, 1.5),
  /** Position on the codec's quantiser scale; the scales of the formats differ widely. */
  BLOCKING_LIBJPEG(0, 0.92, 0.6, 1),
  BLOCKING_MPEG(0.02, 1.0, 1.8),
  BLOCKING_H26X(0.2, 0.8, 0.8, 1),
  BLOCKING_VPX(0.05, 0.85, 0.6, 1),
  /** Distance of two levels, 0..1 of the encoded range. */
  BANDING_CONTOURS(0.014, 0.14, 1.2),
  BANDING_BIT_DEPTH(0.012, 0.16, 1.2),
  BANDING_DITHERED(0.012, 0.2, 1.2),
  /** Pixels of the input for one of the output; see {@link Aliasing} for less than 2. */
  ALIASING_NEAREST(1.1, 2.8, 1.2),
  ALIASING_LINE_SKIPPING(1.1, 3.2, 1.8),
  /** Gain on the error of a plain demosaic. */
  ALIASING_ZIPPER(0.4, 3.5, 1.2),
  /** Share of the second image. */
  GHOSTING_BLEND(0.015, 0.42, 1.4),
  GHOSTING_EDGES(0.08, 1.0, 1.0),
  /** Displacement of every second line, pixels. */
  GHOSTING_INTERLACE(0.3, 6, 1.8),
  /** Inverted bits for each row of macroblocks. */
  CORRUPTION_BITS(0.05, 2, 1.4),
  /** Share of the blocks, lines or pixels that is lost. */
  CORRUPTION_SLICES(0.005, 0.2, 1.2),
  CORRUPTION_LINES(0.003, 0.12, 1.2),
  CORRUPTION_PIXELS(0.0002, 0.02, 1.3),
  /** Stops. */
  EXPOSURE(0, 1.4, 1.0),
  /** Logarithm to base 2 of the slope at mid grey. */
  CONTRAST_LINEAR(0, 0.8, 1.0),
  CONTRAST_CURVED(0, 1.1, 1.0),
  /** Change of the chroma gain; -1 leaves grey, and what is added counts 1.5 times. */
  SATURATION(0, 1.0, 1.0),
  /** Shift along the Planckian locus, units of 100 mired. */
  WARMTH(0, 1.0, 1.0),
  /** Natural logarithm of the gain of red and blue over green. */
  TINT(0, 0.4, 1.0);

  private final double low;
  private final double high;
  private final double exponent;
  private final double greatest;

  Severity(double low, double high, double exponent) {
    this(low, high, exponent, high);
  }

  Severity(double low, double high, double exponent, double greatest) {
    this.low = low;
    this.high = high;
    this.exponent = exponent;
    this.greatest = greatest;
  }

  /** The parameter at a severity of at most {@link Recipe#STRONGEST}; the sign is kept. */
  double parameter(double severity) {
    return at(severity, exponent);
  }

  /** The parameter on the straight line between those of severities 0 and 1, and beyond. */
  double linearParameter(double severity) {
    return at(severity, 1);
  }

  private double at(double severity, double power) {
    double share = Math.pow(Math.abs(severity), power);
    double beyond = Math.max(0, share - 1) / (Math.pow(Recipe.STRONGEST, power) - 1);
    double parameter = low + (high - low) * Math.min(1, share) + (greatest - high) * beyond;
    return Math.copySign(parameter, severity);
  }

  /** The severity in 0..1 at which the parameter has this value, cut off at both ends. */
  double severity(double parameter) {
    double share = Math.min(1, Math.max(0, (parameter - low) / (high - low)));
    return Math.pow(share, 1 / exponent);
  }

  /** The curve of a codec. Formats not named here are taken to have the linear scale of MPEG. */
  static Severity ofCodec(Codec codec) {
    if (codec instanceof JpegCodec) {
      return BLOCKING_LIBJPEG;
    }
    return switch (codec.name()) {
      case "h264", "hevc" -> BLOCKING_H26X;
      case "vp8", "vp9", "av1", "av1_slow" -> BLOCKING_VPX;
      default -> BLOCKING_MPEG;
    };
  }
}
