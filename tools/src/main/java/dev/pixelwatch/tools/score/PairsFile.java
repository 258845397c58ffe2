package dev.pixelwatch.tools.score;

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

/** A CSV file that names pairs of images in its columns {@code ref} and {@code dist}. */
public final class PairsFile {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  private PairsFile() {}

  /**
   * A row: the two names as written, and where they lie.
   *
   * @param ref the reference as the file names it
   * @param dist the distorted image as the file names it
   * @param refFile resolved against the folder of the CSV file
   * @param distFile resolved against the folder of the CSV file
   */
  public record Row(String ref, String dist, Path refFile, Path distFile) {}

  /**
   * Reads all rows; other columns are ignored.
   *
   * @throws UserError if the file cannot be read, lacks a column, or names a missing image
   */
  public static List<Row> read(Path file) {
    List<Row> rows = new ArrayList<>();
    try (Reader reader = TextFiles.reader(file);
        CSVParser parser = FORMAT.parse(reader)) {
      requireColumns(file, parser.getHeaderNames());
      for (CSVRecord row : parser) {
        rows.add(row(file, row));
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new UserError(
          "cannot read the pairs in " + file + ": " + TextFiles.reason(e),
          "Give a CSV file in UTF-8 with the columns ref and dist.",
          e);
    }
    if (rows.isEmpty()) {
      throw new UserError(file + " names no pairs", "Write one row for each pair below ref,dist.");
    }
    return rows;
  }

  private static void requireColumns(Path file, List<String> columns) {
    for (String column : List.of("ref", "dist")) {
      if (!columns.contains(column)) {
        throw new UserError(
            file + " has no column '" + column + "', only " + String.join(", ", columns),
            "Name the columns in the first line: ref,dist.");
      }
    }
  }

  private static Row row(Path file, CSVRecord row) {
    Path folder = file.toAbsolutePath().getParent();
    if (!row.isConsistent()) {
      throw new UserError(
          "row %d of %s has %d fields, not as many as the first line"
              .formatted(row.getRecordNumber(), file, row.size()),
          "Quote names that hold a comma.");
    }
    String ref = row.get("ref");
    String dist = row.get("dist");
    for (String name : List.of(ref, dist)) {
      if (name.isEmpty() || !Files.isRegularFile(folder.resolve(name))) {
        throw new UserError(
            "row %d of %s names '%s', and there is no such file"
                .formatted(row.getRecordNumber(), file, name),
            "Give paths relative to the folder of the CSV file.");
      }
    }
    return new Row(ref, dist, folder.resolve(ref), folder.resolve(dist));
  }
}
