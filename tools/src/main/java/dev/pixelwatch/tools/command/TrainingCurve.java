package dev.pixelwatch.tools.command;

import dev.pixelwatch.tools.evaluation.EvaluationPictures;
import dev.pixelwatch.training.TrainingProgress;
import java.io.PrintWriter;
import java.nio.file.Path;

/** The picture of a run, drawn anew whenever there are new validation figures. */
final class TrainingCurve {
  private final Path folder;
  private final PrintWriter err;
  private double drawn = Double.NaN;
  private boolean refused;

  TrainingCurve(Path folder, PrintWriter err) {
    this.folder = folder;
    this.err = err;
  }

  /** A picture that cannot be drawn is said once, and does not stop the run. */
  void draw(TrainingProgress at) {
    if (refused || at.validationLoss() == drawn) {
      return;
    }
    drawn = at.validationLoss();
    try {
      EvaluationPictures.writeTrainingCurve(
          folder.resolve("training.csv"), folder.resolve("training.png"));
    } catch (RuntimeException e) {
      // Whatever it is, such as a log that somebody has edited: hours of training hang on it.
      refused = true;
      err.println("There will be no picture of the curve: " + e.getMessage() + ".");
      err.flush();
    }
  }
}
