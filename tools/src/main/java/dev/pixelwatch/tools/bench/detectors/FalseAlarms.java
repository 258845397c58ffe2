package dev.pixelwatch.tools.bench.detectors;

import java.util.Map;
import org.hipparchus.distribution.continuous.GammaDistribution;

/**
 * Alerts on streams to which nothing happened.
 *
 * @param content what the streams showed
 * @param days simulated, of all streams together
 * @param alarms alerts that opened
 * @param byType the same by kind and type
 */
public record FalseAlarms(String content, double days, long alarms, Map<String, Long> byType) {
  private static final double DAYS_PER_WEEK = 7;
  private static final double TAIL = 0.025;

  /** Alarms in a day of one stream. */
  public double perDay() {
    return alarms / days;
  }

  /** Alarms in a week of one stream. */
  public double perWeek() {
    return DAYS_PER_WEEK * perDay();
  }

  /** Lower end of the exact 95 % interval of {@link #perWeek} (Garwood 1936). */
  public double perWeekLow() {
    return alarms == 0
        ? 0
        : new GammaDistribution(alarms, 1).inverseCumulativeProbability(TAIL)
            / days
            * DAYS_PER_WEEK;
  }

  /** Upper end of that interval. */
  public double perWeekHigh() {
    return new GammaDistribution(alarms + 1.0, 1).inverseCumulativeProbability(1 - TAIL)
        / days
        * DAYS_PER_WEEK;
  }
}
