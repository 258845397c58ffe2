package dev.pixelwatch.tools.report;

import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.monitor.detect.Box;

/** What the detectors found: what, since when, until when, and where in the picture. */
final class AlertTable {
  private AlertTable() {}

  static String draw(Summary summary) {
    StringBuilder html =
        new StringBuilder(
            "<p class=\"hint\">Changes against the first seconds of the video, or against the"
                + " baseline that was given.</p><table><thead><tr><th scope=\"col\">Kind</th>"
                + "<th scope=\"col\">What</th><th scope=\"col\">Frames</th>"
                + "<th scope=\"col\">Where, in pixels</th></tr></thead><tbody>");
    for (Alert alert : summary.alerts()) {
      html.append(
          Numbers.text(
              "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td></tr>",
              Html.escape(alert.kind().replace('_', ' ')),
              Html.escape(alert.message()),
              Html.escape(AlertWords.frames(alert)),
              where(alert.box())));
    }
    return html.append("</tbody></table>").toString();
  }

  private static String where(Box box) {
    return box == null
        ? ""
        : Numbers.text("%d x %d at %d, %d", box.width(), box.height(), box.x(), box.y());
  }
}
