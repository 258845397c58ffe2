package dev.pixelwatch.training;

import dev.pixelwatch.training.network.NetworkSize;
import java.nio.file.Path;

/**
 * What a training run is asked to do.
 *
 * @param size of the network
 * @param budget how long to train
 * @param out folder for the checkpoint, the log and the ONNX file
 * @param resume go on from the checkpoint in {@code out}
 * @param seed of everything random
 * @param threads that make batches
 */
public record TrainingOptions(
    NetworkSize size, Budget budget, Path out, boolean resume, long seed, int threads) {}
