package dev.pixelwatch.monitor.detect;

/**
 * When the CUSUM charts of a stream speak. Intensities are in -1..1, scores in points, times in
 * seconds of capture time.
 *
 * @param intensityStep the smallest lasting change of an intensity that matters
 * @param scoreStep the smallest lasting change of the score that matters
 * @param secondsBetweenFalseAlarms mean time to a false alarm of one side of one chart, by theory;
 *     there are 32
 */
record Sensitivity(double intensityStep, double scoreStep, double secondsBetweenFalseAlarms) {
  /** The smallest change that matters of a quantity. */
  double step(int quantity) {
    return quantity == Quantity.SCORE ? scoreStep : intensityStep;
  }

  /** Below this a deviation is rounding: a stage that does nothing has none at all. */
  static double smallestDeviation(int quantity) {
    return quantity == Quantity.SCORE ? 0.25 : 0.0025;
  }
}
