package dev.pixelwatch.tools.report;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** {@code report.html}: one page that needs nothing else, on paper, in light and in dark. */
final class HtmlReport {
  private HtmlReport() {}

  /**
   * Writes the page whole or not at all.
   *
   * @param sections the frames to show, in order
   * @throws dev.pixelwatch.core.UserError if it cannot be written
   */
  static void write(
      Path file, Summary summary, List<FrameResult> results, List<FrameSection> sections) {
    RunInfo run = summary.run();
    String title = run.processedName() + " against " + run.referenceName();
    String body =
        ReportHead.draw(summary)
            + "<main>"
            + alerts(summary)
            + overTime(summary, new Timeline(results))
            + HtmlPage.section("Types", "types", TypeTable.draw(summary))
            + frames(sections)
            + HtmlPage.section("Outcomes", "outcomes", OutcomeTable.draw(summary, results))
            + "</main>"
            + HtmlPage.footer(ReproducibilityLine.of(run));
    ReportFiles.write(file, HtmlPage.of(title, "", body));
  }

  private static String alerts(Summary summary) {
    return summary.alerts().isEmpty()
        ? ""
        : HtmlPage.section("Alerts", "alerts", AlertTable.draw(summary));
  }

  private static String overTime(Summary summary, Timeline timeline) {
    return summary.count(FrameOutcome.SCORED) == 0
        ? ""
        : HtmlPage.section("Over time", "time", TimeCharts.draw(summary, timeline));
  }

  private static String frames(List<FrameSection> sections) {
    if (sections.isEmpty()) {
      return "";
    }
    return HtmlPage.section(
        "Worst frames",
        "frames",
        sections.stream().map(FrameSection::html).collect(Collectors.joining()));
  }
}
