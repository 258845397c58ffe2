package dev.pixelwatch.tools.score;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import java.util.Arrays;
import java.util.Map;

/** Hand-made maps for the tests of this package. */
final class Maps {
  private static final int ROWS = 2;
  private static final int COLUMNS = 3;

  private Maps() {}

  /** A map with these signed intensities over the whole frame; all other types are not there. */
  static DistortionMap even(Map<DistortionType, Double> intensities) {
    float[] values = new float[DistortionType.COUNT * ROWS * COLUMNS];
    Arrays.fill(values, 0.5f);
    intensities.forEach(
        (type, intensity) -> {
          int first = type.ordinal() * ROWS * COLUMNS;
          float value = (float) (0.5 + 0.5 * intensity);
          Arrays.fill(values, first, first + ROWS * COLUMNS, value);
        });
    return new DistortionMap(ROWS, COLUMNS, values);
  }
}
