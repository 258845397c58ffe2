package dev.pixelwatch.tools.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes everything that {@code watch --report DIR} leaves behind: {@code frames/*.png}, {@code
 * frames.csv}, {@code report.html} and, last, {@code summary.json}, whose presence therefore means
 * that the report is whole.
 */
public final class ReportWriter {
  private ReportWriter() {}

  /**
   * Writes the report; files of an earlier report in the same folder are replaced.
   *
   * @param folder made if it is not there
   * @param source asked once for each frame that is shown
   * @throws dev.pixelwatch.core.UserError if the folder may not be written or the disk is full
   */
  public static void write(
      Path folder, Summary summary, List<FrameResult> results, FrameSource source) {
    ReportFiles.createFolder(folder);
    ReportFiles.delete(folder.resolve("summary.json"));
    FramesCsv.write(results, folder.resolve("frames.csv"));
    List<FrameSection> sections = new ArrayList<>();
    for (ShownFrame shown : WorstFrames.of(results, summary.topTypes())) {
      source
          .at(shown.result().frame())
          .ifPresent(
              evidence -> {
                FramePictures pictures =
                    FramePictures.draw(shown.result().frame(), evidence, shown.types());
                pictures.write(folder.resolve("frames"));
                sections.add(FrameSection.of(shown, pictures, evidence, "frames/"));
              });
    }
    HtmlReport.write(folder.resolve("report.html"), summary, results, sections);
    SummaryJson.write(summary, folder.resolve("summary.json"));
  }
}
