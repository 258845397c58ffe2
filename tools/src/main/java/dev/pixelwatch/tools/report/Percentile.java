package dev.pixelwatch.tools.report;

import java.util.Comparator;
import java.util.List;

/**
 * Nearest-rank percentiles: always a value that some frame really has, which also keeps the sign of
 * a percentile by magnitude well defined.
 */
final class Percentile {
  private Percentile() {}

  /** The smallest value that at least {@code percent} of all values do not exceed. */
  static double of(List<Double> values, double percent) {
    return nearestRank(values, percent, Comparator.naturalOrder());
  }

  /** As {@link #of}, ordered by magnitude; the value found keeps its sign. */
  static double byMagnitude(List<Double> values, double percent) {
    return nearestRank(values, percent, Comparator.comparingDouble(Math::abs));
  }

  private static double nearestRank(List<Double> values, double percent, Comparator<Double> order) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(percent / 100 * values.size());
    return values.stream().sorted(order).toList().get(Math.max(0, rank - 1));
  }
}
