package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.DistortionType;

/**
 * What a later distortion takes away of an earlier one where it is not measured ({@link
 * DetailChange}): a lost slice removes everything. A strength of k means that intensity 1 / k hides
 * the earlier one wholly.
 */
final class Hiding {
  private Hiding() {}

  static float strength(DistortionType later, double sign, DistortionType earlier) {
    return switch (later) {
      case BLUR ->
          switch (earlier) {
            case CHROMA_NOISE, BLOCKING -> 1.5f;
            default -> 0;
          };
      case BLOCKING -> earlier == DistortionType.CHROMA_NOISE ? 2 : 0;
      case SATURATION ->
          switch (earlier) {
            case CHROMA_NOISE, WARMTH, TINT -> sign < 0 ? 1 : 0;
            default -> 0;
          };
      case CORRUPTION -> earlier == DistortionType.CORRUPTION ? 0 : 1;
      default -> 0;
    };
  }
}
