package dev.pixelwatch.tools.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    String title = Html.escape(run.processedName() + " against " + run.referenceName());
    String page =
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + "<meta name=\"color-scheme\" content=\"light dark\">"
            + ("<title>Pixelwatch: " + title + "</title>")
            + ("<style>" + styleSheet() + "</style></head><body>")
            + ReportHead.draw(summary)
            + "<main>"
            + alerts(summary)
            + overTime(summary, new Timeline(results))
            + section("Types", "types", TypeTable.draw(summary))
            + frames(sections)
            + section("Outcomes", "outcomes", OutcomeTable.draw(summary, results))
            + "</main>"
            + ("<footer><p>" + Html.escape(ReproducibilityLine.of(run)) + "</p></footer>")
            + "</body></html>\n";
    ReportFiles.write(file, page);
  }

  private static String alerts(Summary summary) {
    return summary.alerts().isEmpty() ? "" : section("Alerts", "alerts", AlertTable.draw(summary));
  }

  private static String overTime(Summary summary, Timeline timeline) {
    return summary.count(FrameOutcome.SCORED) == 0
        ? ""
        : section("Over time", "time", TimeCharts.draw(summary, timeline));
  }

  private static String frames(List<FrameSection> sections) {
    if (sections.isEmpty()) {
      return "";
    }
    return section(
        "Worst frames",
        "frames",
        sections.stream().map(FrameSection::html).collect(Collectors.joining()));
  }

  private static String section(String title, String id, String content) {
    return "<section id=\"" + id + "\"><h2>" + title + "</h2>" + content + "</section>";
  }

  private static String styleSheet() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
