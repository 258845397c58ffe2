package dev.pixelwatch.training;

import dev.pixelwatch.core.UserError;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The curve of a run as a CSV file. */
final class TrainingLog implements AutoCloseable {
  private static final String HEAD =
      "seconds,step,pairs_per_second,map_loss,score_loss,learning_rate,"
          + "validation_loss,validation_pearson,validation_score_spearman";

  /** A whole row, with its step. */
  private static final Pattern ROW = Pattern.compile("[^,]+,(\\d{1,18})(?:,[^,]+){7}");

  private final BufferedWriter writer;

  private TrainingLog(BufferedWriter writer) {
    this.writer = writer;
  }

  /**
   * Goes on below the rows up to a step. Later ones are dropped: a run that was killed had written
   * them after its last checkpoint, and comes by these steps again.
   *
   * @param step of the checkpoint; 0 for a new log
   */
  static TrainingLog open(Path folder, long step) {
    Path file = folder.resolve("training.csv");
    try {
      Path fresh = folder.resolve("training.csv.new");
      Files.write(fresh, Stream.concat(Stream.of(HEAD), rows(file, step).stream()).toList());
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return new TrainingLog(Files.newBufferedWriter(file, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw new UserError("cannot write " + file, "Check that the folder may be written.", e);
    }
  }

  private static List<String> rows(Path file, long step) throws IOException {
    if (step == 0 || !Files.exists(file)) {
      return List.of();
    }
    return Files.readAllLines(file).stream()
        .filter(
            line -> {
              Matcher row = ROW.matcher(line);
              return row.matches() && Long.parseLong(row.group(1)) <= step;
            })
        .toList();
  }

  void append(TrainingProgress p) {
    try {
      writer.write(
          String.format(
              Locale.ROOT,
              "%.0f,%d,%.1f,%.6f,%.6f,%.3e,%.6f,%.6f,%.6f%n",
              p.seconds(),
              p.step(),
              p.pairsPerSecond(),
              p.mapLoss(),
              p.scoreLoss(),
              p.learningRate(),
              p.validationLoss(),
              p.validationPearson(),
              p.validationScoreSpearman()));
      writer.flush();
    } catch (IOException e) {
      throw new UserError("cannot write the training log", "Check that the disk is not full.", e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UserError("cannot write the training log", "Check that the disk is not full.", e);
    }
  }
}
