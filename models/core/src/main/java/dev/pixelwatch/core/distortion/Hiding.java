package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.DistortionType;

/**
 * What a later distortion takes away of an earlier one: blur and denoising remove noise, a lost
 * slice removes everything. A strength of k means that intensity 1 / k hides the earlier one
 * wholly.
 */
final class Hiding {
  private Hiding() {}

  static float strength(DistortionType later, double sign, DistortionType earlier) {
    return switch (later) {
      case BLUR ->
          switch (earlier) {
            case NOISE, ALIASING, OVERSHARPENING -> 2.5f;
            case CHROMA_NOISE, BLOCKING -> 1.5f;
            default -> 0;
          };
      case SMEARING -> earlier == DistortionType.NOISE ? 3 : 0;
      case BLOCKING ->
          switch (earlier) {
            case NOISE -> 3;
            case CHROMA_NOISE -> 2;
            default -> 0;
          };
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
