package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;

/**
 * How much of a distortion can be seen in each cell. A blurred flat wall is not called blurred:
 * where the content gives the distortion nothing to work on, the change that it really made is
 * small, and the map must say less.
 *
 * <p>The intensity of a cell is w min(s, (d - d0) / d1): w the mean weight of the mask, s the
 * severity, d the root mean square of the change that the full distortion made in the cell, d0 half
 * a code value, which nobody sees, and d1 the change that a cell must show before it may be called
 * intensity 1. d1 lies well below what the distortion does to ordinary texture, so that there s
 * alone counts.
 *
 * <p>Contours of banding and doubled edges are further apart than a cell is wide, and the eye takes
 * what lies between them for a part of the same fault: of these two types d is pooled over the cell
 * and its neighbours. What the mask leaves out stays out.
 */
final class Visibility {
  /** Half a code value of limited range. */
  private static final float UNSEEN = 1 / 438f;

  private Visibility() {}

  /**
   * Intensity of each cell, without sign.
   *
   * @param change root mean square of the change in each cell, black to white is 1
   */
  static float[] intensities(DistortionType type, double severity, Mask mask, float[] change) {
    float[] weights = mask.cellMeans();
    float needed = changeAtOne(type);
    for (int i = 0; i < weights.length; i++) {
      float seen = Math.max(0, change[i] - UNSEEN) / needed;
      weights[i] *= (float) Math.min(Math.abs(severity), seen);
    }
    return weights;
  }

  /** Root mean square of the change at each cell, in the domain where the type is seen. */
  static float[] change(DistortionType type, Difference difference) {
    float[] squares = squares(type, difference);
    float[] power = Cells.means(difference.width(), difference.height(), squares);
    if (type == DistortionType.BANDING) {
      // A flat area that moved to the next level shows no contour: the mean does not count.
      float[] mean = Cells.means(difference.width(), difference.height(), difference.luma());
      for (int i = 0; i < power.length; i++) {
        power[i] = Math.max(0, power[i] - mean[i] * mean[i]);
      }
    }
    if (type == DistortionType.BANDING || type == DistortionType.GHOSTING) {
      power = Cells.withNeighbours(DistortionMap.cells(difference.width()), power);
    }
    for (int i = 0; i < power.length; i++) {
      power[i] = (float) Math.sqrt(power[i]);
    }
    return power;
  }

  private static float[] squares(DistortionType type, Difference difference) {
    return switch (type) {
      case CHROMA_NOISE, SATURATION, WARMTH, TINT -> difference.chroma();
      default -> {
        float[] squares = new float[difference.luma().length];
        boolean both = type == DistortionType.CORRUPTION || type == DistortionType.ALIASING;
        for (int i = 0; i < squares.length; i++) {
          float l = difference.luma()[i];
          squares[i] = l * l + (both ? difference.chroma()[i] : 0);
        }
        yield squares;
      }
    };
  }

  private static float changeAtOne(DistortionType type) {
    return switch (type) {
      case NOISE -> 0.05f;
      case CHROMA_NOISE -> 0.04f;
      case BLUR -> 0.03f;
      case OVERSHARPENING -> 0.04f;
      case SMEARING -> 0.02f;
      case BLOCKING -> 0.016f;
      case BANDING -> 0.01f;
      case ALIASING -> 0.03f;
      case GHOSTING -> 0.04f;
      case CORRUPTION -> 0.15f;
      case EXPOSURE -> 0.08f;
      case CONTRAST -> 0.05f;
      case SATURATION -> 0.04f;
      case WARMTH -> 0.03f;
      case TINT -> 0.02f;
    };
  }
}
