package dev.pixelwatch.tools.score;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The table of results: {@code ref,dist,score,top_type,top_direction} and the mean signed intensity
 * of the 15 types. The direction is +1 or -1, and empty where no type is named.
 */
public final class ScoresFile implements AutoCloseable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader(header()).setRecordSeparator('\n').get();

  private final Path file;
  private final CSVPrinter printer;

  private ScoresFile(Path file, CSVPrinter printer) {
    this.file = file;
    this.printer = printer;
  }

  /**
   * Begins the file with its header.
   *
   * @throws UserError if it cannot be written
   */
  public static ScoresFile create(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      return new ScoresFile(file, new CSVPrinter(Files.newBufferedWriter(file), FORMAT));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static UserError unwritable(Path file, IOException e) {
    return new UserError(
        "cannot write " + file + ": " + e.getMessage(), "Choose another place with --out.", e);
  }

  /**
   * Writes the row of one pair.
   *
   * @throws UserError if it cannot be written, such as when the disk is full
   */
  public void write(PairsFile.Row row, Assessment assessment) {
    Optional<DistortionType> top = TopType.of(assessment.map());
    List<Object> fields = new ArrayList<>(List.of(row.ref(), row.dist()));
    fields.add(number(assessment.score()));
    fields.add(top.map(DistortionType::id).orElse("none"));
    fields.add(top.map(type -> direction(assessment, type)).orElse(""));
    for (DistortionType type : DistortionType.values()) {
      fields.add(number(assessment.map().meanIntensity(type)));
    }
    try {
      printer.printRecord(fields);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /**
   * Writes what is still in memory.
   *
   * @throws UserError if it cannot be written: rows are kept back, so that a full disk may show
   *     only here
   */
  @Override
  public void close() {
    try {
      printer.close();
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static String direction(Assessment assessment, DistortionType type) {
    return assessment.map().meanIntensity(type) > 0 ? "+1" : "-1";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  private static String[] header() {
    List<String> names =
        new ArrayList<>(List.of("ref", "dist", "score", "top_type", "top_direction"));
    for (DistortionType type : DistortionType.values()) {
      names.add(type.id());
    }
    return names.toArray(String[]::new);
  }
}
