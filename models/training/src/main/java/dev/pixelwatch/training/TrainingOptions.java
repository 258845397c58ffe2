package dev.pixelwatch.training;

import dev.pixelwatch.training.network.AntiSymmetry;
import dev.pixelwatch.training.network.ComputeDevice;
import dev.pixelwatch.training.network.NetworkSize;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a training run is asked to do.
 *
 * @param size of the network
 * @param budget how long to train
 * @param peakLearningRate greatest step of Adam, above 0
 * @param out folder for the checkpoint, the log and the ONNX file
 * @param resume go on from the checkpoint in {@code out}
 * @param from weights to start from, an ONNX file of this size or a smaller one that this project
 *     exported; none for a fresh start
 * @param device to train on
 * @param seed of everything random
 * @param threads that make batches
 * @param without a part of the method to leave out
 */
public record TrainingOptions(
    NetworkSize size,
    Budget budget,
    double peakLearningRate,
    Path out,
    boolean resume,
    Optional<Path> from,
    ComputeDevice device,
    long seed,
    int threads,
    Optional<Ablation> without) {

  /** A fresh start on the CPU, at the size's own {@link NetworkSize#peakLearningRate}. */
  public static TrainingOptions fresh(NetworkSize size, Budget budget, Path out, long seed) {
    return new TrainingOptions(
        size,
        budget,
        size.peakLearningRate(),
        out,
        false,
        Optional.empty(),
        ComputeDevice.CPU,
        seed,
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
