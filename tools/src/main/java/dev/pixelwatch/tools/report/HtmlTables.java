package dev.pixelwatch.tools.report;

import dev.pixelwatch.core.DistortionType;
import java.util.Map;

/** The tables of the page. */
final class HtmlTables {
  private static final Map<FrameOutcome, String> MEANINGS =
      Map.of(
          FrameOutcome.SCORED, "compared by the network",
          FrameOutcome.SKIPPED, "left out to keep up with the stream",
          FrameOutcome.UNMATCHED, "no partner on the other side",
          FrameOutcome.DUPLICATE, "further copies, not counted as frames",
          FrameOutcome.LOST, "no longer held when their turn came",
          FrameOutcome.FAILED, "could not be decoded or compared");

  private HtmlTables() {}

  /** All types: name, words, mean, 95th percentile, extreme. */
  static String types(Summary summary) {
    StringBuilder html =
        new StringBuilder(
            "<table><thead><tr><th scope=\"col\">Type</th><th scope=\"col\">Processed is</th>"
                + "<th scope=\"col\">Mean</th><th scope=\"col\">95 %</th>"
                + "<th scope=\"col\">Extreme</th></tr></thead><tbody>");
    for (Map.Entry<DistortionType, TypeStatistics> entry : summary.types().entrySet()) {
      DistortionType type = entry.getKey();
      boolean there = summary.topTypes().contains(type);
      html.append(
          "<tr class=\"%s\"><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
              .formatted(
                  there ? "there" : "quiet",
                  HeatStrip.words(type),
                  there ? type.inWords(entry.getValue().max()) : "no clear difference",
                  Numbers.intensity(entry.getValue().mean()),
                  Numbers.intensity(entry.getValue().p95()),
                  Numbers.intensity(entry.getValue().max())));
    }
    return html.append("</tbody></table>").toString();
  }

  /** How many frames had each outcome. */
  static String outcomes(Summary summary) {
    StringBuilder html =
        new StringBuilder(
            "<table><thead><tr><th scope=\"col\">Outcome</th><th scope=\"col\">Meaning</th>"
                + "<th scope=\"col\">Frames</th></tr></thead><tbody>");
    summary
        .outcomes()
        .forEach(
            (outcome, count) ->
                html.append(
                    "<tr class=\"%s\"><th scope=\"row\">%s</th><td>%s</td><td>%d</td></tr>"
                        .formatted(
                            count > 0 ? "there" : "quiet",
                            outcome.id(),
                            MEANINGS.get(outcome),
                            count)));
    return html.append("</tbody></table>").toString();
  }
}
