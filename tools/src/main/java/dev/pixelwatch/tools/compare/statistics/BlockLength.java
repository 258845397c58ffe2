package dev.pixelwatch.tools.compare.statistics;

/**
 * The length of blocks that a series is best cut into, so that the blocks are nearly independent:
 * the automatic choice of Politis and White (2004) for blocks of one length, as corrected by
 * Patton, Politis and White (2009).
 */
final class BlockLength {
  private BlockLength() {}

  /** The length in values, 1 for a series without correlation, at most a third of the series. */
  static double of(double[] series) {
    Autocovariance covariance = new Autocovariance(series);
    if (covariance.isConstant()) {
      return 1;
    }
    double n = series.length;
    int quiet = Math.max(5, (int) Math.ceil(Math.sqrt(Math.log10(n))));
    int mostLags = Math.min((int) Math.ceil(Math.sqrt(n)) + quiet, series.length - 1);
    int bandwidth = Math.min(2 * Math.max(1, lastLag(covariance, quiet, mostLags)), mostLags);
    double weighted = 0;
    double spectrum = covariance.at(0);
    for (int lag = 1; lag <= bandwidth; lag++) {
      double both = 2 * flatTop((double) lag / bandwidth) * covariance.at(lag);
      spectrum += both;
      weighted += lag * both;
    }
    double variance = 4.0 / 3 * spectrum * spectrum;
    double length = Math.cbrt(2 * weighted * weighted / variance * n);
    double most = Math.ceil(Math.min(3 * Math.sqrt(n), n / 3));
    return Math.max(1, Math.min(most, length));
  }

  /** The last lag before so many in a row without correlation. */
  private static int lastLag(Autocovariance covariance, int quiet, int mostLags) {
    int last = 0;
    for (int lag = 1; lag <= mostLags && lag <= last + quiet; lag++) {
      if (Math.abs(covariance.correlation(lag)) >= covariance.threshold()) {
        last = lag;
      }
    }
    return last;
  }

  /** The trapezoidal lag window of Politis and Romano (1995). */
  private static double flatTop(double share) {
    return share <= 0.5 ? 1 : 2 * (1 - share);
  }
}
