package dev.pixelwatch.tools.compare.statistics;

/**
 * How much the spread of batch means must be widened because the batches themselves are not
 * independent. The series is taken for an autoregressive one of first order, whose coefficient may
 * be hidden under white noise: a slow process then shows at large lags only.
 *
 * <p>After the correction of batch means in Tafazzoli and Wilson (2011), with the factor worked out
 * for the batches at hand. Without it, means of a series that is alike over a tenth of its length
 * are called different much too often.
 */
final class Persistence {
  private static final int LARGEST_LAG = 16;
  private static final double MOST = 0.998;

  /** More would mean that the series is too short to know the coefficient. */
  private static final double LARGEST_FACTOR = 2;

  private Persistence() {}

  /**
   * The factor on the standard error of the mean, 1 to 2.
   *
   * @param batches into how many batches the series is cut
   */
  static double factor(double[] series, int batches) {
    double coefficient = coefficient(new Autocovariance(series));
    if (coefficient == 0) {
      return 1;
    }
    double ofAll = varianceOfMean(coefficient, series.length);
    double ofBatch = varianceOfMean(coefficient, Math.max(1, series.length / batches));
    double factor = Math.sqrt(ofAll * (batches - 1) / (ofBatch - ofAll));
    return Math.max(1, Math.min(LARGEST_FACTOR, factor));
  }

  /** The largest coefficient that one of the lags 1, 2, 4, 8 and 16 tells of; 0 if none does. */
  private static double coefficient(Autocovariance covariance) {
    double largest = 0;
    int n = covariance.length();
    for (int lag = 1; lag <= Math.min(LARGEST_LAG, n / 4); lag *= 2) {
      double measured = covariance.correlation(lag);
      double unbiased = measured + (1 + 3 * Math.abs(measured)) / n; // Kendall (1954)
      if (unbiased > covariance.threshold()) {
        largest = Math.max(largest, Math.pow(Math.min(1, unbiased), 1.0 / lag));
      }
    }
    return Math.min(MOST, largest);
  }

  /** Variance of the mean of so many values of a series with variance 1. */
  private static double varianceOfMean(double coefficient, int values) {
    double sum = 1;
    double power = 1;
    for (int lag = 1; lag < values; lag++) {
      power *= coefficient;
      sum += 2 * (1 - (double) lag / values) * power;
    }
    return sum / values;
  }
}
