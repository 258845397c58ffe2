package dev.pixelwatch.training.network;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/**
 * Runs a network whose batch normalisation is a bias alone, and gives each layer the statistics it
 * has on this batch, with the scale and shift that undo them: the answers stay, and training can go
 * on from there.
 */
final class MeasuringOps extends DjlOps {
  private static final int[] SAMPLES = {1};

  private final Map<String, NDArray> arrays;
  private final Parameters parameters;

  MeasuringOps(Map<String, NDArray> arrays, Parameters parameters) {
    super(arrays, false);
    this.arrays = arrays;
    this.parameters = parameters;
  }

  @Override
  public NDArray convNorm(String name, NDArray x, int out, int kernel, int stride) {
    NDArray y = Convolution.of(x, arrays.get(name + ".weight"), stride);
    NDArray channels = y.transpose(1, 0, 2, 3).reshape(out, -1);
    float[] mean = channels.mean(SAMPLES).toFloatArray();
    NDArray centred = channels.sub(channels.mean(SAMPLES, true));
    float[] variance = centred.square().mean(SAMPLES).toFloatArray();
    NDArray bias = arrays.get(name + ".beta").reshape(1, out, 1, 1);
    for (int o = 0; o < out; o++) {
      parameters.values(name + ".mean")[o] = mean[o];
      parameters.values(name + ".variance")[o] = variance[o];
      parameters.values(name + ".gamma")[o] = (float) Math.sqrt(variance[o] + EPSILON);
      parameters.values(name + ".beta")[o] += mean[o];
    }
    return y.add(bias);
  }
}
