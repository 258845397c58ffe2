package dev.pixelwatch.tools.compare.report;

import dev.pixelwatch.tools.compare.DirectAgreement;
import dev.pixelwatch.tools.report.Html;
import dev.pixelwatch.tools.report.Numbers;

/** B beside A itself, next to the difference of their two comparisons with the reference. */
public final class DirectTable {
  private DirectTable() {}

  static String draw(DirectAgreement direct) {
    StringBuilder html =
        new StringBuilder("<p class=\"hint\">")
            .append(Html.escape(sentence(direct)))
            .append(
                "</p><table><thead><tr><th scope=\"col\">Quantity</th>"
                    + "<th scope=\"col\">The two ways</th><th scope=\"col\">Direct</th>"
                    + "<th scope=\"col\">By reference</th></tr></thead><tbody>");
    for (DirectAgreement.Row row : direct.rows()) {
      html.append(
          Numbers.text(
              "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td></tr>",
              row.quantity().inWords(),
              row.agreement().inWords(),
              Amounts.of(row.quantity(), row.direct().mean()),
              Amounts.of(row.quantity(), row.byReference().mean())));
    }
    return html.append("</tbody></table>").toString();
  }

  /** Whether the two ways agree, in words. */
  public static String sentence(DirectAgreement direct) {
    long agreeing =
        direct.rows().stream()
            .filter(row -> row.agreement() == DirectAgreement.Agreement.AGREE)
            .count();
    return Numbers.text(
        "The network compared B with A itself, frame by frame, without the reference: both ways"
            + " agree in %d of %d quantities%s.",
        agreeing,
        direct.rows().size(),
        direct.agrees() ? " and contradict each other in none" : ", and in some they contradict");
  }
}
