package dev.pixelwatch.tools.report;

/** All types with their mean, 95th percentile and extreme, and what they mean in words. */
final class TypeTable {
  private TypeTable() {}

  static String draw(Summary summary) {
    StringBuilder html =
        new StringBuilder(
            "<p class=\"hint\">Signed intensity over the scored frames: 0 is no difference, above 0"
                + " the processed video has more of it, 1 is the most there can be.</p>"
                + "<table><thead><tr><th scope=\"col\">Type</th><th scope=\"col\">Processed is</th>"
                + "<th scope=\"col\">Mean</th><th scope=\"col\">95 %</th>"
                + "<th scope=\"col\">Extreme</th></tr></thead><tbody>");
    summary
        .types()
        .forEach(
            (type, statistics) -> {
              boolean there = summary.topTypes().contains(type);
              html.append(
                  Numbers.text(
                      "<tr class=\"%s\"><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td>"
                          + "<td>%s</td></tr>",
                      there ? "there" : "quiet",
                      HeatStrip.words(type),
                      there ? type.inWords(statistics.max()) : "the same",
                      Numbers.intensity(statistics.mean()),
                      Numbers.intensity(statistics.p95()),
                      Numbers.intensity(statistics.max())));
            });
    return html.append("</tbody></table>").toString();
  }
}
