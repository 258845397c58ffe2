package dev.pixelwatch.training;

import dev.pixelwatch.core.UserError;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What stays the same from the first step of a run to its last, however often it is taken up again.
 *
 * @param seed of everything random
 * @param peakLearningRate greatest step of Adam
 * @param photographs their {@link Photographs#fingerprint}: what is kept for validation hangs on
 *     all of them
 * @param without the part of the method that the run leaves out
 */
record RunSettings(
    long seed, double peakLearningRate, String photographs, Optional<Ablation> without) {
  private static final long USUAL_SEED = 1;

  /** Those of a run that begins. */
  static RunSettings fresh(TrainingOptions options, Photographs photographs) {
    return new RunSettings(
        options.seed().orElse(USUAL_SEED),
        options.peakLearningRate().orElse(options.size().peakLearningRate()),
        photographs.fingerprint(),
        options.without());
  }

  /**
   * Refuses to go on otherwise than the run began. What is not given stays as it was.
   *
   * @param checkpoint whose settings these are
   */
  void check(Path checkpoint, TrainingOptions options, Photographs given) {
    if (!without.equals(options.without())) {
      throw new UserError(
          "%s holds a run %s, not one %s"
              .formatted(checkpoint, kind(without), kind(options.without())),
          without
              .map(part -> "Give --without " + part.id() + ", or another --out.")
              .orElse("Leave out --without, or give another --out."));
    }
    if (options.seed().orElse(seed) != seed) {
      throw new UserError(
          "%s holds a run with seed %d, not with %d"
              .formatted(checkpoint, seed, options.seed().getAsLong()),
          "Leave out --seed, or give another --out.");
    }
    if (options.peakLearningRate().orElse(peakLearningRate) != peakLearningRate) {
      throw new UserError(
          "%s holds a run with a learning rate of %s, not of %s"
              .formatted(checkpoint, peakLearningRate, options.peakLearningRate().getAsDouble()),
          "Leave out --learning-rate, or give another --out.");
    }
    if (!given.fingerprint().equals(photographs)) {
      throw new UserError(
          checkpoint + " holds a run on other photographs",
          "Give the folder as it was when the run began (a photograph more or less changes which"
              + " ones are kept for validation), or another --out.");
    }
  }

  private static String kind(Optional<Ablation> without) {
    return without.map(part -> "without " + part.id()).orElse("of the whole method");
  }
}
