package dev.pixelwatch.tools.compare.report;

import dev.pixelwatch.tools.compare.QuantityDifference;
import dev.pixelwatch.tools.compare.statistics.MeanEstimates.Interval;
import dev.pixelwatch.tools.report.Numbers;
import java.util.List;

/** One interval as a small drawing: the band that does not matter, zero, the ends, the estimate. */
final class IntervalPlot {
  private static final int WIDTH = 200;
  private static final int HEIGHT = 20;

  /** The band takes at least this share of the drawing. */
  private static final double LEAST_BANDS = 3;

  private IntervalPlot() {}

  /** A reach to either side that shows all estimates and most ends of intervals. */
  static double scale(List<QuantityDifference> differences) {
    double reach = 0;
    for (QuantityDifference d : differences) {
      Interval interval = d.difference();
      double end = Math.max(Math.abs(interval.low()), Math.abs(interval.high()));
      double most = 2 * Math.abs(interval.mean()) + LEAST_BANDS * d.step();
      reach = Math.max(reach, Math.max(LEAST_BANDS * d.step(), Math.min(end, most)));
    }
    return 1.05 * reach;
  }

  /** The drawing; an end beyond the scale is cut. */
  static String draw(QuantityDifference d, double scale) {
    Interval interval = d.difference();
    double left = x(-d.step(), scale);
    String band =
        Numbers.text(
            "<rect class=\"band\" x=\"%.1f\" y=\"0\" width=\"%.1f\" height=\"%d\"/>",
            left, x(d.step(), scale) - left, HEIGHT);
    return Numbers.text(
        "<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" aria-hidden=\"true\">%s"
            + "<path class=\"zero\" d=\"M%.1f 0V%d\"/>"
            + "<path class=\"interval\" d=\"M%.1f 10H%.1f\"/>"
            + "<path class=\"estimate\" d=\"M%.1f 3V17\"/></svg>",
        WIDTH,
        HEIGHT,
        band,
        x(0, scale),
        HEIGHT,
        x(interval.low(), scale),
        x(interval.high(), scale),
        x(interval.mean(), scale));
  }

  private static double x(double value, double scale) {
    double share = Math.max(-1, Math.min(1, value / scale));
    return (share + 1) / 2 * WIDTH;
  }
}
