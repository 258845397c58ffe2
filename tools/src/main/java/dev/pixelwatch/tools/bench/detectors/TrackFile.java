package dev.pixelwatch.tools.bench.detectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Score tracks as CSV, packed with gzip where the name ends so: {@code stage,scene,score} and the
 * 15 types. A {@code frames.csv} of {@code watch} is one track, of its scored frames.
 */
public final class TrackFile {
  private static final String SHIPPED = "score-noise.csv.gz";
  private static final CSVFormat READ =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private TrackFile() {}

  /** The tracks that come with Pixelwatch, made by {@link TrackRecorder}. */
  static List<ScoreTrack> shipped() {
    try (InputStream in = TrackFile.class.getResourceAsStream(SHIPPED);
        Reader reader = new InputStreamReader(new GZIPInputStream(in), UTF_8)) {
      return read(reader, SHIPPED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads tracks.
   *
   * @throws UserError if the file cannot be read, or has no column of a type, or a value that is no
   *     number
   */
  static List<ScoreTrack> read(Path file) {
    boolean packed = file.toString().endsWith(".gz");
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = packed ? new GZIPInputStream(in) : in;
        BufferedReader reader = new BufferedReader(new InputStreamReader(plain, UTF_8))) {
      return read(reader, file.toString());
    } catch (IOException e) {
      throw new UserError(
          "cannot read " + file, "Give frames.csv of a watch run, or a file of --record.", e);
    }
  }

  private static List<ScoreTrack> read(Reader reader, String name) throws IOException {
    Map<List<String>, List<double[]>> tracks = new LinkedHashMap<>();
    for (CSVRecord row : READ.parse(reader)) {
      if (row.isMapped("outcome") && !row.get("outcome").equals("scored")) {
        continue;
      }
      List<String> key = List.of(cell(row, "stage", name), cell(row, "scene", name));
      tracks.computeIfAbsent(key, k -> new ArrayList<>()).add(values(row, name));
    }
    List<ScoreTrack> all = new ArrayList<>();
    tracks.forEach((key, frames) -> all.add(new ScoreTrack(key.get(0), key.get(1), frames)));
    return all;
  }

  private static String cell(CSVRecord row, String column, String otherwise) {
    return row.isMapped(column) ? row.get(column) : otherwise;
  }

  private static double[] values(CSVRecord row, String name) {
    double[] values = new double[DistortionType.COUNT + 1];
    for (DistortionType type : DistortionType.values()) {
      values[type.ordinal()] = number(row, type.id(), name);
    }
    values[DistortionType.COUNT] = number(row, "score", name);
    return values;
  }

  private static double number(CSVRecord row, String column, String name) {
    String where = name + ", line " + (row.getRecordNumber() + 1);
    if (!row.isMapped(column) || !row.isSet(column)) {
      throw new UserError(
          where + " has no column " + column, "Give frames.csv of a watch run, whole.");
    }
    try {
      return Double.parseDouble(row.get(column));
    } catch (NumberFormatException e) {
      throw new UserError(
          "%s: %s is '%s'".formatted(where, column, row.get(column)), "Write a number.", e);
    }
  }

  /**
   * Writes tracks, packed.
   *
   * @throws UserError if the file cannot be written
   */
  public static void write(List<ScoreTrack> tracks, Path file) {
    try (CSVPrinter printer =
        new CSVPrinter(
            new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), UTF_8),
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get())) {
      List<String> header = new ArrayList<>(List.of("stage", "scene", "score"));
      for (DistortionType type : DistortionType.values()) {
        header.add(type.id());
      }
      printer.printRecord(header);
      for (ScoreTrack track : tracks) {
        for (double[] frame : track.frames()) {
          printer.printRecord(row(track, frame));
        }
      }
    } catch (IOException e) {
      throw new UserError("cannot write " + file, "Choose another place with --record.", e);
    }
  }

  private static List<String> row(ScoreTrack track, double[] frame) {
    List<String> cells = new ArrayList<>(List.of(track.stage(), track.scene()));
    cells.add(String.format(Locale.ROOT, "%.2f", frame[DistortionType.COUNT]));
    for (DistortionType type : DistortionType.values()) {
      cells.add(String.format(Locale.ROOT, "%.4f", frame[type.ordinal()]));
    }
    return cells;
  }
}
