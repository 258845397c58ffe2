package dev.pixelwatch.tools.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
            + head(summary)
            + "<main>"
            + overTime(summary, new Timeline(results))
            + section("Types", "types", HtmlTables.types(summary))
            + frames(sections)
            + section("Outcomes", "outcomes", HtmlTables.outcomes(summary))
            + "</main>"
            + ("<footer><p>" + Html.escape(ReproducibilityLine.of(run)) + "</p></footer>")
            + "</body></html>\n";
    ReportFiles.write(file, page);
  }

  private static String head(Summary summary) {
    RunInfo run = summary.run();
    String words =
        SummaryWords.sentences(summary).stream()
            .map(sentence -> "<p>" + Html.escape(sentence) + "</p>")
            .collect(Collectors.joining());
    String notes =
        run.notes().stream()
            .map(note -> "<li>" + Html.escape(note) + "</li>")
            .collect(Collectors.joining());
    return "<header><p class=\"brand\">Pixelwatch report</p><h1><span>%s</span> against <span>%s</span></h1>"
            .formatted(Html.escape(run.processedName()), Html.escape(run.referenceName()))
        + "<p class=\"run\">Stream %s, stage %s, build %s, %d x %d pixels</p>"
            .formatted(
                Html.escape(run.stream()),
                Html.escape(run.stage()),
                Html.escape(run.build()),
                run.width(),
                run.height())
        + ("<div class=\"words\">" + words + "</div>")
        + (notes.isEmpty() ? "" : "<ul class=\"notes\">" + notes + "</ul>")
        + keyNumbers(summary)
        + "</header>";
  }

  private static String keyNumbers(Summary summary) {
    return "<dl class=\"key\">"
        + key("Score, mean", Numbers.points(summary.score().mean()))
        + key("Score, lowest 5 %", Numbers.points(summary.score().p5()))
        + key("Score, worst frame", Numbers.points(summary.score().min()))
        + key("Frames scored", summary.count(FrameOutcome.SCORED) + " of " + summary.frames())
        + key(
            "Pairs per second", String.format(Locale.ROOT, "%.1f", summary.run().pairsPerSecond()))
        + "</dl>";
  }

  private static String key(String name, String value) {
    return "<div><dt>" + name + "</dt><dd>" + value + "</dd></div>";
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
