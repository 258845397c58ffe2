package dev.pixelwatch.training.evaluation;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.ImageFiles;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.TextFiles;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.DistortionNetwork;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Real pairs whose distortion somebody knows, such as two captures of one scene. */
public final class KnownPairs {
  private static final List<String> COLUMNS =
      List.of("ref", "dist", "expected_type", "expected_direction");
  private static final String HINT =
      "Give a CSV file in UTF-8 with the columns " + String.join(", ", COLUMNS) + ".";
  private static final List<String> IDS =
      Arrays.stream(DistortionType.values()).map(DistortionType::id).toList();

  private KnownPairs() {}

  /**
   * What the network said of one pair.
   *
   * @param distorted its file name
   * @param expectedType id of the type that is known to differ
   * @param expectedDirection +1 or -1
   * @param expectedIntensity mean signed intensity of the expected type
   * @param foundType id of the type with the strongest mean intensity
   * @param foundIntensity mean signed intensity of that type
   */
  public record Row(
      String distorted,
      String expectedType,
      int expectedDirection,
      double expectedIntensity,
      String foundType,
      double foundIntensity) {
    /** Whether type and direction are the expected ones. */
    public boolean right() {
      return expectedType.equals(foundType) && foundIntensity * expectedDirection > 0;
    }
  }

  /**
   * Assesses every pair of a CSV file with the columns {@code ref}, {@code dist}, {@code
   * expected_type} and {@code expected_direction}; paths are relative to the file.
   *
   * @throws UserError if the file cannot be read or a column is missing, and with the row if an
   *     image cannot be read, a pair not be compared or what is expected is no type or direction
   */
  public static List<Row> assess(DistortionNetwork network, Path csv) {
    try (Reader reader = TextFiles.reader(csv);
        CSVParser parser = HumanScores.FORMAT.parse(reader);
        Assessor assessor = network.newAssessor()) {
      if (parser.getHeaderNames().isEmpty()) {
        throw new UserError(csv + " names no pairs", HINT);
      }
      if (!parser.getHeaderNames().containsAll(COLUMNS)) {
        throw new UserError(
            "%s is not a list of known pairs: its columns are %s"
                .formatted(csv, String.join(", ", parser.getHeaderNames())),
            HINT);
      }
      List<Row> rows = new ArrayList<>();
      for (CSVRecord record : parser) {
        rows.add(row(assessor, csv, record));
      }
      if (rows.isEmpty()) {
        throw new UserError(csv + " names no pairs", "Write one row for each pair.");
      }
      return rows;
    } catch (IOException | UncheckedIOException e) {
      throw new UserError(
          "cannot read the known pairs in " + csv + ": " + TextFiles.reason(e), HINT, e);
    } catch (IllegalArgumentException e) {
      throw new UserError(csv + " is not a list of known pairs: " + e.getMessage(), HINT, e);
    }
  }

  private static Row row(Assessor assessor, Path csv, CSVRecord record) {
    String place = "row %d of %s".formatted(record.getRecordNumber(), csv);
    if (!record.isConsistent()) {
      throw new UserError(
          "%s has %d fields, not as many as the first line".formatted(place, record.size()),
          "Quote names that hold a comma.");
    }
    String type = record.get("expected_type");
    DistortionType expected =
        DistortionType.byId(type)
            .orElseThrow(
                () ->
                    new UserError(
                        "%s expects '%s', which is no type of distortion".formatted(place, type),
                        "Write one of " + String.join(", ", IDS) + "."));
    String direction = record.get("expected_direction");
    if (!direction.matches("[+-]?1")) {
      throw new UserError(
          "%s expects the direction '%s'".formatted(place, direction),
          "Write 1 where the distorted image has more of it, -1 where it has less.");
    }
    Assessment assessment = assess(assessor, place, csv, record);
    DistortionType found = assessment.map().strongest();
    return new Row(
        record.get("dist"),
        expected.id(),
        Integer.parseInt(direction),
        assessment.map().meanIntensity(expected),
        found.id(),
        assessment.map().meanIntensity(found));
  }

  private static Assessment assess(Assessor assessor, String place, Path csv, CSVRecord record) {
    Path folder = csv.toAbsolutePath().getParent();
    try {
      return assessor.assess(
          picture(folder.resolve(record.get("ref"))), picture(folder.resolve(record.get("dist"))));
    } catch (UserError e) {
      throw new UserError(place + ": " + e.getMessage(), e.hint(), e);
    } catch (IllegalArgumentException e) {
      throw new UserError(place + ": " + e.getMessage(), "Give two images of the same size.", e);
    }
  }

  private static Picture picture(Path file) {
    return Colour.toPicture(ImageFiles.read(file), ColourMatrix.BT709, ColourRange.LIMITED);
  }
}
