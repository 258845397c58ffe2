package dev.pixelwatch.training.evaluation;

import org.hipparchus.stat.correlation.SpearmansCorrelation;

/** Spearman's rank correlation (SRCC). */
final class Spearman {
  private static final int FEWEST = 3;

  private Spearman() {}

  /**
   * The coefficient in -1..1 of two series of equal length; ties share their mean rank. NaN for
   * fewer than three values, or if one of the series never varies.
   */
  static double of(double[] x, double[] y) {
    return x.length < FEWEST ? Double.NaN : new SpearmansCorrelation().correlation(x, y);
  }
}
