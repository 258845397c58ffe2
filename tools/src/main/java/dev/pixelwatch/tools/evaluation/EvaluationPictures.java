package dev.pixelwatch.tools.evaluation;

import dev.pixelwatch.core.ImageFiles;
import dev.pixelwatch.core.RgbImage;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.distortion.ContactSheet;
import dev.pixelwatch.core.distortion.DistortionEngine;
import dev.pixelwatch.core.distortion.SeverityCurves;
import dev.pixelwatch.training.evaluation.Evaluator;
import dev.pixelwatch.training.evaluation.Measurements;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.internal.chartpart.IChart;

/** Writes measurements as PNG files. */
public final class EvaluationPictures {
  private static final String LEAKAGE = "leakage.png";
  private static final String HUMAN = "human.png";
  private static final String EXAMPLES = "examples.png";

  private EvaluationPictures() {}

  /**
   * Writes the leakage matrix and the score against the human score, as far as they were measured.
   *
   * @param folder made if needed
   * @return the files
   * @throws UserError if a file cannot be written, or the Java runtime has no fonts
   */
  public static List<Path> write(Measurements measurements, Path folder) {
    List<Path> written = new ArrayList<>();
    measurements
        .evaluation()
        .ifPresent(e -> written.add(save(LeakageChart.of(e), folder.resolve(LEAKAGE))));
    measurements.human().ifPresent(h -> written.add(save(HumanChart.of(h), folder.resolve(HUMAN))));
    return written;
  }

  /**
   * Draws pairs beside their true and their found maps.
   *
   * @param examples one or more
   * @param folder made if needed
   * @throws UserError as {@link #write}
   */
  public static Path writeExamples(List<Evaluator.Example> examples, Path folder) {
    return save(() -> ExampleSheet.draw(examples), folder.resolve(EXAMPLES));
  }

  /**
   * Draws how bad each severity looks.
   *
   * @throws UserError as {@link #write}
   */
  public static void writeCalibration(List<SeverityCurves.Point> points, Path picture) {
    save(() -> CalibrationChart.draw(points), picture);
  }

  /**
   * Draws every type of distortion at five severities.
   *
   * @param clean a small photograph
   * @throws UserError as {@link #write}
   */
  public static void writeContactSheet(
      DistortionEngine engine, RgbImage clean, long seed, Path picture) {
    save(() -> ContactSheet.draw(engine, clean, seed), picture);
  }

  /**
   * Draws the curve of a training run.
   *
   * @param csv the log that training wrote
   * @throws UserError as {@link #write}
   */
  public static Path writeTrainingCurve(Path csv, Path picture) {
    return save(TrainingChart.of(csv), picture);
  }

  private static Path save(IChart chart, Path file) {
    return save(() -> BitmapEncoder.getBufferedImage(chart), file);
  }

  private static Path save(Supplier<BufferedImage> drawing, Path file) {
    try {
      ImageFiles.writePng(drawing.get(), file);
      return file;
    } catch (InternalError | NoClassDefFoundError e) {
      throw new UserError(
          "this Java runtime cannot draw text for " + file,
          "Install fontconfig and a font, or leave out the picture.",
          e);
    }
  }
}
