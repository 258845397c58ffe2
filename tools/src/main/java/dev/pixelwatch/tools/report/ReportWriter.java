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
  /** Folder of the pictures within the report. */
  private static final String FRAMES = "frames";

  private ReportWriter() {}

  /**
   * Makes the folder of a report, so that a place where none can be is known before the work.
   *
   * @throws dev.pixelwatch.core.UserError if it cannot be made
   */
  public static void prepare(Path folder) {
    ReportFiles.createFolder(folder);
  }

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
    FramePictures.deleteAll(folder.resolve(FRAMES));
    FramesCsv.write(results, folder.resolve("frames.csv"));
    long startUs = results.stream().mapToLong(FrameResult::timeUs).min().orElse(0);
    List<FrameSection> sections = new ArrayList<>();
    for (ShownFrame shown : ReportFrames.of(results, summary)) {
      source
          .at(shown.result().frame())
          .ifPresent(evidence -> sections.add(section(folder, startUs, shown, evidence)));
    }
    HtmlReport.write(folder.resolve("report.html"), summary, results, sections);
    SummaryJson.write(summary, folder.resolve("summary.json"));
  }

  private static FrameSection section(
      Path folder, long startUs, ShownFrame shown, Evidence evidence) {
    FramePictures pictures = FramePictures.draw(shown.result().frame(), evidence, shown.types());
    pictures.write(folder.resolve(FRAMES));
    return FrameSection.of(shown, startUs, pictures, evidence, FRAMES + "/");
  }
}
