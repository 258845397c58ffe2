package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.tools.compare.Gate;
import dev.pixelwatch.tools.compare.GateFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that say what matters and what is allowed. */
final class GateArguments {
  @Option(
      names = "--gate",
      paramLabel = "FILE",
      description = "What matters and how much worse B may be, in YAML (default: nothing worse).")
  private Path gateFile;

  @Option(
      names = "--confidence",
      paramLabel = "P",
      description = "Probability that all intervals hold (default: " + Gate.CONFIDENCE + ").")
  private Double confidence;

  @Option(
      names = "--intensity-step",
      paramLabel = "X",
      description =
          "Smallest difference of an intensity that matters (default: "
              + Gate.INTENSITY_STEP
              + ").")
  private Double intensityStep;

  @Option(
      names = "--score-step",
      paramLabel = "X",
      description =
          "Smallest difference of the score that matters, in points (default: "
              + Gate.SCORE_STEP
              + ").")
  private Double scoreStep;

  /**
   * The gate of the file, with what the other options say.
   *
   * @throws UserError if the file is none, or a number is out of its range
   */
  Gate gate() {
    Gate gate = gateFile == null ? Gate.defaults() : GateFile.read(gateFile);
    if (confidence != null) {
      gate = gate.withConfidence(within("--confidence", confidence, 0.5, 0.999));
    }
    if (intensityStep != null) {
      gate = gate.withIntensityStep(within("--intensity-step", intensityStep, 0.001, 1));
    }
    if (scoreStep != null) {
      gate = gate.withScoreStep(within("--score-step", scoreStep, 0.05, 1000));
    }
    return gate;
  }

  private static double within(String option, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new UserError(
          option + " is " + value, "Give a number from " + least + " to " + most + ".");
    }
    return value;
  }
}
