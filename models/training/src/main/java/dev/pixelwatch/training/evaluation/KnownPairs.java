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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Real pairs whose distortion somebody knows, such as two captures of one scene. */
public final class KnownPairs {
  private static final String HINT =
      "It needs the columns ref, dist, expected_type (such as blur) and expected_direction (1 or"
          + " -1); the images of a pair must have the same size.";

  private KnownPairs() {}

  /**
   * What the network said of one pair.
   *
   * @param distorted its file name
   * @param expectedType id of the type that is known to differ
   * @param expectedDirection +1 or -1
   * @param foundType id of the type with the strongest mean intensity
   * @param foundIntensity mean signed intensity of that type
   */
  public record Row(
      String distorted,
      String expectedType,
      int expectedDirection,
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
   * @throws UserError if the file or an image cannot be read, or a column is missing
   */
  public static List<Row> assess(DistortionNetwork network, Path csv) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = TextFiles.reader(csv);
        CSVParser parser = format.parse(reader);
        Assessor assessor = network.newAssessor()) {
      List<Row> rows = new ArrayList<>();
      for (CSVRecord record : parser) {
        rows.add(row(assessor, csv.toAbsolutePath().getParent(), record));
      }
      if (rows.isEmpty()) {
        throw new UserError(csv + " names no pairs", HINT);
      }
      return rows;
    } catch (IOException e) {
      throw new UserError("cannot read " + csv, "Check the path.", e);
    } catch (IllegalArgumentException e) {
      throw new UserError(csv + " is not a list of known pairs: " + e.getMessage(), HINT, e);
    }
  }

  private static Row row(Assessor assessor, Path folder, CSVRecord record) {
    try {
      String name = record.get("expected_type");
      DistortionType expected =
          DistortionType.byId(name)
              .orElseThrow(
                  () -> new IllegalArgumentException("there is no distortion type '" + name + "'"));
      int direction = Integer.parseInt(record.get("expected_direction"));
      if (Math.abs(direction) != 1) {
        throw new IllegalArgumentException("the direction is " + direction);
      }
      String distorted = record.get("dist");
      Assessment assessment =
          assessor.assess(
              picture(folder.resolve(record.get("ref"))), picture(folder.resolve(distorted)));
      DistortionType found = strongest(assessment);
      return new Row(
          distorted, expected.id(), direction, found.id(), assessment.map().meanIntensity(found));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "row %d: %s".formatted(record.getRecordNumber(), e.getMessage()), e);
    }
  }

  private static Picture picture(Path file) {
    return Colour.toPicture(ImageFiles.read(file), ColourMatrix.BT709, ColourRange.LIMITED);
  }

  private static DistortionType strongest(Assessment assessment) {
    DistortionType strongest = DistortionType.NOISE;
    for (DistortionType type : DistortionType.values()) {
      if (Math.abs(assessment.map().meanIntensity(type))
          > Math.abs(assessment.map().meanIntensity(strongest))) {
        strongest = type;
      }
    }
    return strongest;
  }
}
