package dev.pixelwatch.monitor.detect;

/**
 * How much evidence a CUSUM must gather before it may speak, when neighbouring frames are alike.
 *
 * <p>The CUSUM statistic is the content of a queue that is fed by the deviations and drained at the
 * reference value K. For Gaussian input of any correlation, the chance that the queue holds more
 * than H is about {@code exp(-min over T of (H + K T)^2 / (2 V(T)))}, where V(T) is the variance of
 * the deviation summed over T seconds (Addie, Mannersalo and Norros, "Most probable paths and
 * performance formulae for buffers with Gaussian input traffic", 2002). Asked for a mean time A to
 * a false alarm, H is the largest {@code sqrt(2 L V(T)) - K T} with {@code L = ln(A / c)}, c being
 * the time over which the deviation forgets.
 *
 * <p>For white noise, and whenever K is small beside the noise, this is the interval of the CUSUM
 * for autocorrelated data by Kim, Alexopoulos, Tsui and Wilson (IIE Transactions 39, 2007), which
 * rests on the long-run variance alone. Here K is several deviations of a frame, and that one would
 * wait three times as long as needed.
 */
final class DecisionInterval {
  private static final int STEPS = 24;
  private static final double LONGEST_SECONDS = 100;

  private DecisionInterval() {}

  /**
   * The decision interval H.
   *
   * @param variance of a frame, in squared units, above 0
   * @param longRunVariance variance of the sum over T seconds divided by T, for long T, in squared
   *     units times seconds, above 0
   * @param reference K, the deviation that is let pass, above 0
   * @param falseAlarmSeconds mean time to a false alarm of one side of one chart
   * @param spacing seconds from one value to the next
   * @return H in units times seconds, 0 or more
   */
  static double of(
      double variance,
      double longRunVariance,
      double reference,
      double falseAlarmSeconds,
      double spacing) {
    double memory = longRunVariance / (2 * variance);
    double forgets = Math.max(memory, spacing);
    double exponent = Math.max(1, Math.log(falseAlarmSeconds / forgets));
    double growth = Math.pow(LONGEST_SECONDS / spacing, 1.0 / STEPS);
    double interval = 0;
    double seconds = spacing;
    for (int i = 0; i <= STEPS; i++) {
      double summed = longRunVariance * (seconds + memory * Math.expm1(-seconds / memory));
      summed = Math.max(summed, variance * spacing * spacing);
      interval = Math.max(interval, Math.sqrt(2 * exponent * summed) - reference * seconds);
      seconds *= growth;
    }
    return interval;
  }
}
