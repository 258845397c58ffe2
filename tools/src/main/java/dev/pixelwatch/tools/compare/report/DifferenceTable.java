package dev.pixelwatch.tools.compare.report;

import dev.pixelwatch.tools.compare.Comparison;
import dev.pixelwatch.tools.compare.Quantity;
import dev.pixelwatch.tools.compare.QuantityDifference;
import dev.pixelwatch.tools.report.Html;
import dev.pixelwatch.tools.report.Numbers;
import java.util.List;

/** All quantities with their intervals, drawn on one scale for the types and one for the score. */
final class DifferenceTable {
  private DifferenceTable() {}

  static String draw(Compared compared) {
    Comparison comparison = compared.comparison();
    List<QuantityDifference> sorted = ComparisonTable.sorted(comparison);
    double ofTypes =
        IntervalPlot.scale(
            sorted.stream().filter(d -> !d.quantity().equals(Quantity.SCORE)).toList());
    StringBuilder html =
        new StringBuilder("<p class=\"hint\">")
            .append(Html.escape(String.join(" ", ComparisonWords.basis(comparison))))
            .append(
                " Grey band: what does not matter. To the right B has more. * Distance from the"
                    + " reference, on either side.</p><table class=\"compared\"><thead><tr>"
                    + "<th scope=\"col\">Quantity</th><th scope=\"col\">A</th>"
                    + "<th scope=\"col\">B</th><th scope=\"col\">B minus A</th>"
                    + "<th scope=\"col\">Interval</th><th scope=\"col\">"
                    + Numbers.text("types to ±%.2f</th>", ofTypes)
                    + "<th scope=\"col\" class=\"verdict\">B is</th></tr></thead><tbody>");
    for (QuantityDifference d : sorted) {
      double scale = d.quantity().equals(Quantity.SCORE) ? IntervalPlot.scale(List.of(d)) : ofTypes;
      html.append(row(d, scale, comparison));
    }
    return html.append("</tbody></table>").toString();
  }

  private static String row(QuantityDifference d, double scale, Comparison comparison) {
    boolean ignored = comparison.gate().ignored().contains(d.quantity());
    return Numbers.text(
        "<tr class=\"%s\"><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td><td>%s</td>"
            + "<td class=\"plot\">%s</td><td class=\"verdict\">%s%s</td></tr>",
        d.verdict().id(),
        d.quantity().inWords() + (d.quantity().isTwoSided() ? " *" : ""),
        Amounts.of(d.quantity(), d.meanA()),
        Amounts.of(d.quantity(), d.meanB()),
        Amounts.of(d.quantity(), d.difference().mean()),
        Amounts.interval(d),
        IntervalPlot.draw(d, scale),
        d.isDecided()
            ? d.verdict().inWords() + ": " + Html.escape(Amounts.inWords(d))
            : d.verdict().inWords(),
        ignored ? " (ignored)" : "");
  }
}
