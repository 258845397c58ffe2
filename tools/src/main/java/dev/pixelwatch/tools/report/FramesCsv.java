package dev.pixelwatch.tools.report;

import dev.pixelwatch.core.DistortionType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * {@code frames.csv}, which other programs read: {@code frame,time_us,outcome,score} and the mean
 * signed intensity of the 15 types in their order. One row for each frame, by frame number, and one
 * for each further copy of a frame ({@code duplicate}); cells of frames that were not scored are
 * empty.
 */
final class FramesCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader(header()).setRecordSeparator('\n').get();

  private FramesCsv() {}

  /**
   * Writes the file whole or not at all.
   *
   * @throws dev.pixelwatch.core.UserError if it cannot be written
   */
  static void write(List<FrameResult> results, Path file) {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (FrameResult result : inOrder(results)) {
        printer.printRecord(row(result));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // A StringWriter does not fail.
    }
    ReportFiles.write(file, text.toString());
  }

  /** By frame number; a duplicate follows the frame it repeats. */
  private static List<FrameResult> inOrder(List<FrameResult> results) {
    return results.stream()
        .sorted(
            Comparator.comparingLong(FrameResult::frame)
                .thenComparing(result -> result.outcome() == FrameOutcome.DUPLICATE))
        .toList();
  }

  private static String[] header() {
    List<String> names = new ArrayList<>(List.of("frame", "time_us", "outcome", "score"));
    for (DistortionType type : DistortionType.values()) {
      names.add(type.id());
    }
    return names.toArray(String[]::new);
  }

  private static List<Object> row(FrameResult result) {
    List<Object> cells = new ArrayList<>();
    cells.add(result.frame());
    cells.add(result.timeUs());
    cells.add(result.outcome().id());
    cells.add(result.isScored() ? Numbers.rounded(result.score(), Numbers.SCORE_DECIMALS) : "");
    for (DistortionType type : DistortionType.values()) {
      cells.add(
          result.isScored()
              ? Numbers.rounded(result.intensity(type), Numbers.INTENSITY_DECIMALS)
              : "");
    }
    return cells;
  }
}
