package dev.pixelwatch.training;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.training.network.AntiSymmetry;
import dev.pixelwatch.training.network.ComputeDevice;
import dev.pixelwatch.training.network.NetworkSize;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a training run is asked to do.
 *
 * @param size of the network
 * @param budget how long to train
 * @param peakLearningRate greatest step of Adam, above 0; where it is not given, that of the run
 *     that goes on, or the size's own {@link NetworkSize#peakLearningRate}
 * @param out folder for the checkpoint, the log and the ONNX file
 * @param resume go on from the checkpoint in {@code out}
 * @param from weights to start from, an ONNX file of this size or a smaller one that this project
 *     exported; none for a fresh start
 * @param device to train on
 * @param seed of everything random; where it is not given, that of the run that goes on, or 1
 * @param threads that make batches
 * @param without a part of the method to leave out
 */
public record TrainingOptions(
    NetworkSize size,
    Budget budget,
    OptionalDouble peakLearningRate,
    Path out,
    boolean resume,
    Optional<Path> from,
    ComputeDevice device,
    OptionalLong seed,
    int threads,
    Optional<Ablation> without) {

  /**
   * @throws UserError if a run is both to go on and to start from other weights
   */
  public TrainingOptions {
    if (resume && from.isPresent()) {
      throw new UserError(
          "--resume goes on with the weights of the run, and --from gives others",
          "Leave out --from to go on, or --resume to start another run.");
    }
  }

  /** A fresh start on the CPU, at the size's own {@link NetworkSize#peakLearningRate}. */
  public static TrainingOptions fresh(NetworkSize size, Budget budget, Path out, long seed) {
    return new TrainingOptions(
        size,
        budget,
        OptionalDouble.empty(),
        out,
        false,
        Optional.empty(),
        ComputeDevice.CPU,
        OptionalLong.of(seed),
        1,
        Optional.empty());
  }

  /** The same run, taken up again. */
  public TrainingOptions resumed() {
    return with(true, from, without);
  }

  /** The same run from these weights. */
  public TrainingOptions from(Path weights) {
    return with(resume, Optional.of(weights), without);
  }

  /** The same run without a part of the method. */
  public TrainingOptions without(Ablation part) {
    return with(resume, from, Optional.of(part));
  }

  private TrainingOptions with(
      boolean newResume, Optional<Path> newFrom, Optional<Ablation> newWithout) {
    return new TrainingOptions(
        size, budget, peakLearningRate, out, newResume, newFrom, device, seed, threads, newWithout);
  }

  AntiSymmetry antiSymmetry() {
    return without.map(Ablation::antiSymmetry).orElse(AntiSymmetry.BY_CONSTRUCTION);
  }

  boolean contrastive() {
    return !without.equals(Optional.of(Ablation.CONTRASTIVE_LOSS));
  }
}
