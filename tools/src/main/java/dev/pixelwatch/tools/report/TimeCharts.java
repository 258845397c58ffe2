package dev.pixelwatch.tools.report;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.ScoreWords;
import java.util.Arrays;

/** The part of the page that shows the whole clip over time. */
final class TimeCharts {
  /** Least reach in points of the score's axis to either side. */
  private static final double LEAST_POINTS = 10;

  /** Ends of the score's axis are multiples of this. */
  private static final double ROUND_POINTS = 10;

  private static final String KEY =
      "<h3>All types</h3><p class=\"hint\"><span class=\"more\">Orange</span>: the processed video"
          + " has more of it. <span class=\"less\">Blue</span>: it has less. Grey: not scored.</p>";

  private TimeCharts() {}

  /** Score, one small chart for each top type, and the heat strip. */
  static String draw(Summary summary, Timeline timeline) {
    StringBuilder html = new StringBuilder(score(summary, timeline));
    html.append("<div class=\"small\">");
    for (DistortionType type : summary.topTypes()) {
      html.append("<div><h3>").append(HeatStrip.words(type)).append("</h3>");
      html.append(type(type, summary.types().get(type), timeline)).append("</div>");
    }
    return html.append("</div>").append(KEY).append(HeatStrip.draw(timeline)).toString();
  }

  private static String score(Summary summary, Timeline timeline) {
    double[] scores = timeline.extremes(FrameResult::score);
    double lowest = Arrays.stream(scores).filter(Double::isFinite).min().orElse(0);
    double highest = Arrays.stream(scores).filter(Double::isFinite).max().orElse(0);
    double low = Math.min(-LEAST_POINTS, ROUND_POINTS * Math.floor(lowest / ROUND_POINTS));
    double high = Math.max(LEAST_POINTS, ROUND_POINTS * Math.ceil(highest / ROUND_POINTS));
    String description =
        Numbers.text(
            "Score over time: on average the processed video is %s, lowest score %s in frame %d",
            ScoreWords.of(summary.score().mean()),
            Numbers.points(summary.score().min()),
            summary.score().worstFrame());
    return "<h3>Score in points</h3><p class=\"hint\">0 is the same quality; below 0 the processed"
        + " video is worse.</p><div class=\"score\">"
        + new SvgChart(timeline, low, high).draw(scores, new double[] {high, 0, low}, description)
        + "</div>";
  }

  private static String type(DistortionType type, TypeStatistics statistics, Timeline timeline) {
    return new SvgChart(timeline, -1, 1)
        .draw(
            timeline.extremes(result -> result.intensity(type)),
            new double[] {1, 0, -1},
            HeatStrip.words(type) + " over time: " + SummaryWords.type(type, statistics));
  }
}
