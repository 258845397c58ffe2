package dev.pixelwatch.tools.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many frames had each outcome, and the reasons given for it. */
final class OutcomeTable {
  private static final int MOST_REASONS = 3;

  private static final Map<FrameOutcome, String> MEANINGS =
      Map.of(
          FrameOutcome.SCORED, "compared by the network",
          FrameOutcome.SKIPPED, "left out to keep up with the stream",
          FrameOutcome.UNMATCHED, "no partner on the other side",
          FrameOutcome.DUPLICATE, "further copies, not counted as frames",
          FrameOutcome.LOST, "no longer held when their turn came",
          FrameOutcome.FAILED, "could not be decoded or compared");

  private OutcomeTable() {}

  static String draw(Summary summary, List<FrameResult> results) {
    StringBuilder html =
        new StringBuilder(
            "<table><thead><tr><th scope=\"col\">Outcome</th><th scope=\"col\">Meaning</th>"
                + "<th scope=\"col\">Frames</th></tr></thead><tbody>");
    summary
        .outcomes()
        .forEach(
            (outcome, count) ->
                html.append(
                    Numbers.text(
                        "<tr class=\"%s\"><th scope=\"row\">%s</th><td>%s%s</td><td>%d</td></tr>",
                        count > 0 ? "there" : "quiet",
                        outcome.id(),
                        MEANINGS.get(outcome),
                        reasons(outcome, results),
                        count)));
    return html.append("</tbody></table>").toString();
  }

  /** The reasons most often given, each with its number of frames. */
  private static String reasons(FrameOutcome outcome, List<FrameResult> results) {
    Map<String, Long> counts =
        results.stream()
            .filter(r -> r.outcome() == outcome && !r.reason().isBlank())
            .collect(Collectors.groupingBy(FrameResult::reason, Collectors.counting()));
    Comparator<Map.Entry<String, Long>> rarestFirst = Map.Entry.comparingByValue();
    return counts.entrySet().stream()
        .sorted(rarestFirst.reversed().thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_REASONS)
        .map(e -> "<br><small>" + e.getValue() + ": " + Html.escape(e.getKey()) + "</small>")
        .collect(Collectors.joining());
  }
}
