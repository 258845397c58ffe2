package dev.pixelwatch.tools.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The head of the page: what was compared, the summary in words, the key numbers. */
final class ReportHead {
  private ReportHead() {}

  static String draw(Summary summary) {
    RunInfo run = summary.run();
    return "<header><p class=\"brand\">Pixelwatch report</p><h1><span>"
        + Html.escape(run.processedName())
        + "</span> against <span>"
        + Html.escape(run.referenceName())
        + ("</span></h1><p class=\"run\">" + Html.escape(where(run)) + "</p>")
        + ("<div class=\"words\">" + Html.each("p", SummaryWords.sentences(summary)) + "</div>")
        + (run.notes().isEmpty()
            ? ""
            : "<ul class=\"notes\">" + Html.each("li", run.notes()) + "</ul>")
        + keyNumbers(summary)
        + "</header>";
  }

  /** Stream, stage, build and size, as far as they were given. */
  private static String where(RunInfo run) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("stream ", run.stream());
    parts.put("stage ", run.stage());
    parts.put("build ", run.build());
    parts.put("", Numbers.text("%d x %d pixels", run.width(), run.height()));
    return parts.entrySet().stream()
        .filter(part -> !part.getValue().isEmpty())
        .map(part -> part.getKey() + part.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String keyNumbers(Summary summary) {
    return "<dl class=\"key\">"
        + Html.keyNumber("Score, mean", Numbers.points(summary.score().mean()))
        + Html.keyNumber("Score, lowest 5 %", Numbers.points(summary.score().p5()))
        + Html.keyNumber("Score, worst frame", Numbers.points(summary.score().min()))
        + Html.keyNumber(
            "Frames scored", summary.count(FrameOutcome.SCORED) + " of " + summary.frames())
        + Html.keyNumber("Pairs per second", Numbers.speed(summary.run().pairsPerSecond()))
        + "</dl>";
  }
}
