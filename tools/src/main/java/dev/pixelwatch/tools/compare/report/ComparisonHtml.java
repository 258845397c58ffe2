package dev.pixelwatch.tools.compare.report;

import dev.pixelwatch.tools.report.HtmlPage;
import dev.pixelwatch.tools.report.ReportFiles;
import dev.pixelwatch.tools.report.ReproducibilityLine;
import java.nio.file.Path;
import java.util.Map;

/** {@code compare.html}: one file with everything in it, to be attached to a ticket. */
public final class ComparisonHtml {
  private ComparisonHtml() {}

  /**
   * Writes the page whole or not at all.
   *
   * @param evidence pictures of the shown frames, by frame number; any may be missing
   * @throws dev.pixelwatch.core.UserError if it cannot be written
   */
  public static void write(Compared compared, Map<Long, FrameEvidence> evidence, Path file) {
    String body =
        ComparisonHead.draw(compared)
            + "<main>"
            + HtmlPage.section("What differs", "quantities", DifferenceTable.draw(compared))
            + HtmlPage.section("Over time", "time", DifferenceCharts.draw(compared.comparison()))
            + where(compared, evidence)
            + frames(compared, evidence)
            + compared
                .direct()
                .map(d -> HtmlPage.section("B beside A itself", "direct", DirectTable.draw(d)))
                .orElse("")
            + "</main>"
            + HtmlPage.footer(ReproducibilityLine.of(compared.run()));
    String title = compared.comparison().b().name() + " beside " + compared.comparison().a().name();
    String styles = HtmlPage.styles(ComparisonHtml.class, "compare.css");
    ReportFiles.write(file, HtmlPage.of(title, styles, body));
  }

  private static String where(Compared compared, Map<Long, FrameEvidence> evidence) {
    String maps = DifferenceMaps.draw(compared, evidence);
    return maps.isEmpty() ? "" : HtmlPage.section("Where in the frame", "where", maps);
  }

  private static String frames(Compared compared, Map<Long, FrameEvidence> evidence) {
    String frames = DifferingFrames.draw(compared, evidence);
    return frames.isEmpty() ? "" : HtmlPage.section("Frames that differ most", "frames", frames);
  }
}
