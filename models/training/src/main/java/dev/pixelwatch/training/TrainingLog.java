package dev.pixelwatch.training;

import dev.pixelwatch.core.UserError;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** The curve of a run as a CSV file. */
final class TrainingLog implements AutoCloseable {
  private final BufferedWriter writer;

  private TrainingLog(BufferedWriter writer) {
    this.writer = writer;
  }

  static TrainingLog open(Path folder, boolean resume) {
    Path file = folder.resolve("training.csv");
    try {
      boolean append = resume && Files.exists(file);
      BufferedWriter writer =
          append
              ? Files.newBufferedWriter(file, StandardOpenOption.APPEND)
              : Files.newBufferedWriter(file);
      if (!append) {
        writer.write(
            "seconds,step,pairs_per_second,map_loss,score_loss,learning_rate,"
                + "validation_loss,validation_pearson,validation_score_spearman\n");
      }
      return new TrainingLog(writer);
    } catch (IOException e) {
      throw new UserError("cannot write " + file, "Check that the folder may be written.", e);
    }
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
