package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.DistortionType;

/**
 * How much a frame has lost by its distortions: the root of the sum over the types of the squared
 * weighted intensity, mean over the cells. The weight of a type is what MDSI (Ziaei Nafchi et al.
 * 2016), which ranks across types as people do, says of it on photographs: the square of MDSI, on a
 * scale where a picture that nobody would keep has 1, per unit of mean intensity.
 */
final class Quality {
  private Quality() {}

  /** In points, 0 for the photograph itself, about -100 for what nobody would keep. */
  static double of(Intensities frame) {
    float[][] weighted = new float[DistortionType.COUNT][];
    for (DistortionType type : DistortionType.values()) {
      weighted[type.ordinal()] = frame.of(type);
    }
    double total = 0;
    int cells = weighted[0].length;
    for (int cell = 0; cell < cells; cell++) {
      double sum = 0;
      for (DistortionType type : DistortionType.values()) {
        double loss = weight(type) * weighted[type.ordinal()][cell];
        sum += loss * loss;
      }
      total += Math.sqrt(sum);
    }
    return -100 * total / cells;
  }

  private static double weight(DistortionType type) {
    return switch (type) {
      case CORRUPTION -> 1.6;
      case BLUR -> 1.2;
      case ALIASING -> 1.0;
      case GHOSTING -> 0.9;
      case BANDING -> 0.8;
      case NOISE, OVERSHARPENING, SMEARING -> 0.75;
      case BLOCKING -> 0.6;
      case CHROMA_NOISE -> 0.45;
      case SATURATION, WARMTH -> 0.4;
      case EXPOSURE, CONTRAST -> 0.35;
      case TINT -> 0.25;
    };
  }
}
