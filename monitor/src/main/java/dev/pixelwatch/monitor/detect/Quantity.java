package dev.pixelwatch.monitor.detect;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.schemas.Score;
import java.util.Optional;

/**
 * The 16 numbers of a scored pair: the signed intensities of the types in their order, the score.
 */
final class Quantity {
  /** Number of quantities. */
  static final int COUNT = DistortionType.COUNT + 1;

  /** Index of the score. */
  static final int SCORE = DistortionType.COUNT;

  private Quantity() {}

  /** The id of a type, or {@link Alert#SCORE}. */
  static String id(int quantity) {
    return quantity == SCORE ? Alert.SCORE : DistortionType.values()[quantity].id();
  }

  /** The quantity with this {@link #id}. */
  static Optional<Integer> byId(String id) {
    return id.equals(Alert.SCORE)
        ? Optional.of(SCORE)
        : DistortionType.byId(id).map(DistortionType::ordinal);
  }

  /** The numbers of a pair. */
  static double[] of(Score score) {
    double[] values = new double[COUNT];
    for (int i = 0; i < DistortionType.COUNT; i++) {
      values[i] = score.getIntensities().get(i);
    }
    values[SCORE] = score.getScore();
    return values;
  }

  /** Whether going from one value to another is for the worse. */
  static boolean isWorse(int quantity, double before, double after) {
    return quantity == SCORE ? after < before : Math.abs(after) > Math.abs(before);
  }
}
