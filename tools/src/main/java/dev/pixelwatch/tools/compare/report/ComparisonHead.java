package dev.pixelwatch.tools.compare.report;

import dev.pixelwatch.tools.compare.Comparison;
import dev.pixelwatch.tools.compare.Quantity;
import dev.pixelwatch.tools.compare.QuantityDifference;
import dev.pixelwatch.tools.compare.Verdict;
import dev.pixelwatch.tools.report.Html;
import dev.pixelwatch.tools.report.Numbers;
import dev.pixelwatch.tools.report.RunInfo;

/** The head of the page: what was compared, the verdict in words, the key numbers. */
final class ComparisonHead {
  private ComparisonHead() {}

  static String draw(Compared compared) {
    Comparison comparison = compared.comparison();
    RunInfo run = compared.run();
    return "<header><p class=\"brand\">Pixelwatch comparison</p><h1>B <span>"
        + Html.escape(comparison.b().name())
        + "</span> beside A <span>"
        + Html.escape(comparison.a().name())
        + "</span></h1><p class=\"run\">"
        + Html.escape(
            Numbers.text(
                "reference %s, %d x %d pixels", run.referenceName(), run.width(), run.height()))
        + "</p><div class=\"words\">"
        + Html.each("p", ComparisonWords.sentences(comparison))
        + "</div>"
        + (run.notes().isEmpty()
            ? ""
            : "<ul class=\"notes\">" + Html.each("li", run.notes()) + "</ul>")
        + keyNumbers(comparison)
        + "</header>";
  }

  private static String keyNumbers(Comparison comparison) {
    QuantityDifference score = comparison.differences().get(Quantity.all().indexOf(Quantity.SCORE));
    return "<dl class=\"key\">"
        + Html.keyNumber(
            "Gate",
            "<span class=\"badge %s\">%s</span>"
                .formatted(comparison.outcome().id(), comparison.outcome().id()))
        + Html.keyNumber("Score of A", Amounts.of(Quantity.SCORE, score.meanA()))
        + Html.keyNumber("Score of B", Amounts.of(Quantity.SCORE, score.meanB()))
        + Html.keyNumber("Worse / better", count(comparison, Verdict.WORSE, Verdict.BETTER))
        + Html.keyNumber(
            "Not enough data", Integer.toString(comparison.with(Verdict.NOT_ENOUGH_DATA).size()))
        + Html.keyNumber("Common frames", Integer.toString(comparison.frames().count()))
        + "</dl>";
  }

  private static String count(Comparison comparison, Verdict one, Verdict other) {
    return comparison.with(one).size() + " / " + comparison.with(other).size();
  }
}
