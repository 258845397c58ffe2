package dev.pixelwatch.training.evaluation;

import dev.pixelwatch.core.TextFiles;
import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** A CSV file of pairs of images that people have judged. */
final class HumanScores {
  private static final String HINT =
      "Give a CSV file in UTF-8 with the columns ref, dist and dmos (higher is worse) or mos"
          + " (higher is better).";

  /** How lists of pairs are written: a line of column names, then a row for each pair. */
  static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .get();

  private final Path file;
  private final boolean mos;
  private final boolean typed;

  private HumanScores(Path file, List<String> columns) {
    this.file = file;
    mos = columns.contains("mos");
    typed = columns.contains("type");
    if (!columns.contains("ref") || !columns.contains("dist") || mos == columns.contains("dmos")) {
      throw new UserError(
          "%s is not a list of human scores: its columns are %s"
              .formatted(file, String.join(", ", columns)),
          HINT);
    }
  }

  /**
   * A judged pair.
   *
   * @param place of its row, such as {@code row 3 of scores.csv}
   * @param reference an existing file
   * @param distorted an existing file
   * @param dist the distorted image as the file names it
   * @param type of the distortion, as the file names it; empty if it does not
   * @param quality the human score turned so that higher is better
   */
  record Row(
      String place, Path reference, Path distorted, String dist, String type, double quality) {}

  /**
   * Reads all rows; paths are relative to the file.
   *
   * @throws UserError if the file cannot be read, a column is missing, a score is not a number, or
   *     an image is not there
   */
  static List<Row> read(Path file) {
    try (Reader reader = TextFiles.reader(file);
        CSVParser parser = FORMAT.parse(reader)) {
      HumanScores scores = new HumanScores(file, parser.getHeaderNames());
      List<Row> rows = new ArrayList<>();
      for (CSVRecord row : parser) {
        rows.add(scores.row(row));
      }
      if (rows.isEmpty()) {
        throw new UserError(file + " names no pairs", "Write one row for each judged pair.");
      }
      return rows;
    } catch (IOException | UncheckedIOException e) {
      throw new UserError(
          "cannot read the human scores in " + file + ": " + TextFiles.reason(e), HINT, e);
    } catch (IllegalArgumentException e) {
      throw new UserError(file + " is not a list of human scores: " + e.getMessage(), HINT, e);
    }
  }

  private Row row(CSVRecord row) {
    String place = "row %d of %s".formatted(row.getRecordNumber(), file);
    if (!row.isConsistent()) {
      throw new UserError(
          "%s has %d fields, not as many as the first line".formatted(place, row.size()),
          "Quote names that hold a comma.");
    }
    double score = number(place, row.get(mos ? "mos" : "dmos"));
    return new Row(
        place,
        image(place, row.get("ref")),
        image(place, row.get("dist")),
        row.get("dist"),
        typed ? row.get("type") : "",
        mos ? score : -score);
  }

  private static double number(String place, String text) {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, as are NaN and Infinity.
    }
    throw new UserError(
        "%s has the score '%s', which is not a number".formatted(place, text),
        "Remove the row, or write the score with a decimal point.");
  }

  private Path image(String place, String name) {
    Path image = file.toAbsolutePath().getParent().resolve(name);
    if (name.isEmpty() || !Files.isRegularFile(image)) {
      throw new UserError(
          "%s names '%s', and there is no such file".formatted(place, name),
          "Give paths relative to the folder of the CSV file.");
    }
    return image;
  }
}
