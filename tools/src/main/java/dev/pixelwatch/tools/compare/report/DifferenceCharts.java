package dev.pixelwatch.tools.compare.report;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.tools.compare.CommonFrames;
import dev.pixelwatch.tools.compare.Comparison;
import dev.pixelwatch.tools.compare.Quantity;
import dev.pixelwatch.tools.compare.QuantityDifference;
import dev.pixelwatch.tools.report.FrameOutcome;
import dev.pixelwatch.tools.report.FrameResult;
import dev.pixelwatch.tools.report.HeatStrip;
import dev.pixelwatch.tools.report.SvgChart;
import dev.pixelwatch.tools.report.Timeline;
import java.util.Arrays;
import java.util.List;

/** B minus A over time: the score, the types that are decided, and all types as colours. */
final class DifferenceCharts {
  private static final int MOST_TYPES = 4;
  private static final double ROUND_POINTS = 5;
  private static final double ROUND_INTENSITY = 0.1;

  private DifferenceCharts() {}

  static String draw(Comparison comparison) {
    Timeline timeline =
        new Timeline(comparison.frames().pairs().stream().map(DifferenceCharts::minus).toList());
    StringBuilder html =
        new StringBuilder("<h3>Score, B minus A, in points</h3><p class=\"hint\">")
            .append("Below 0 B looks worse than A.</p><div class=\"score\">")
            .append(chart(timeline, Quantity.SCORE, ROUND_POINTS))
            .append("</div><div class=\"small\">");
    ComparisonTable.sorted(comparison).stream()
        .filter(QuantityDifference::isDecided)
        .map(QuantityDifference::quantity)
        .filter(quantity -> quantity.type().isPresent())
        .limit(MOST_TYPES)
        .forEach(
            quantity ->
                html.append("<div><h3>")
                    .append(quantity.inWords())
                    .append(", B minus A</h3>")
                    .append(chart(timeline, quantity, ROUND_INTENSITY))
                    .append("</div>"));
    return html.append("</div><h3>All types, B minus A</h3><p class=\"hint\">")
        .append("<span class=\"more\">Orange</span>: B has more of it. ")
        .append("<span class=\"less\">Blue</span>: B has less.</p>")
        .append(HeatStrip.draw(timeline))
        .toString();
  }

  private static String chart(Timeline timeline, Quantity quantity, double round) {
    double[] values = timeline.extremes(quantity::of);
    double most = Arrays.stream(values).map(Math::abs).max().orElse(0);
    double reach = round * Math.max(1, Math.ceil(most / round));
    return new SvgChart(timeline, -reach, reach)
        .draw(
            values,
            new double[] {reach, 0, -reach},
            quantity.inWords() + " over time, B minus A, largest " + Amounts.of(quantity, most));
  }

  /** The difference in the form of a frame, so that the charts of frames can draw it. */
  private static FrameResult minus(CommonFrames.Pair pair) {
    float[] intensities = new float[DistortionType.COUNT];
    for (DistortionType type : DistortionType.values()) {
      intensities[type.ordinal()] = (float) (pair.b().intensity(type) - pair.a().intensity(type));
    }
    return new FrameResult(
        pair.number(),
        pair.a().timeUs(),
        FrameOutcome.SCORED,
        "",
        pair.b().score() - pair.a().score(),
        intensities);
  }

  /** Types that are decided, the largest first; with none, nothing stands out. */
  static List<DistortionType> decidedTypes(Comparison comparison) {
    return ComparisonTable.sorted(comparison).stream()
        .filter(QuantityDifference::isDecided)
        .flatMap(difference -> difference.quantity().type().stream())
        .limit(MOST_TYPES)
        .toList();
  }
}
