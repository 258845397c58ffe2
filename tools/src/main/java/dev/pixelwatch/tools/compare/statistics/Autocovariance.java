package dev.pixelwatch.tools.compare.statistics;

import java.util.Arrays;

/** How far a series moves together with itself some steps later. */
final class Autocovariance {
  /** A variance below this share of the squared values is rounding. */
  private static final double ROUNDING = 1e-20;

  private final double[] deviations;
  private final double variance;

  Autocovariance(double[] series) {
    double mean = Arrays.stream(series).average().orElse(0);
    deviations = Arrays.stream(series).map(value -> value - mean).toArray();
    double largest = Arrays.stream(series).map(Math::abs).max().orElse(0);
    double measured = at(0);
    variance = measured > ROUNDING * largest * largest ? measured : 0;
  }

  /** Number of values. */
  int length() {
    return deviations.length;
  }

  /** Whether all values are the same. */
  boolean isConstant() {
    return variance == 0;
  }

  /** Autocovariance at a lag, with the divisor n, which keeps all of them positive definite. */
  double at(int lag) {
    double sum = 0;
    for (int i = lag; i < deviations.length; i++) {
      sum += deviations[i] * deviations[i - lag];
    }
    return sum / deviations.length;
  }

  /** Autocorrelation at a lag, in -1..1; 0 for a constant series. */
  double correlation(int lag) {
    return isConstant() ? 0 : at(lag) / variance;
  }

  /**
   * Magnitude above which an autocorrelation counts as there, after Politis and White (2004):
   * {@code 2 sqrt(log10(n) / n)}.
   */
  double threshold() {
    return 2 * Math.sqrt(Math.log10(length()) / length());
  }
}
