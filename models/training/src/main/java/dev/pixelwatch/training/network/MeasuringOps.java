package dev.pixelwatch.training.network;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/**
 * Runs a network whose batch normalisation is a bias alone, and gives each layer the statistics it
 * has on this batch, with the scale and shift that undo them: the answers stay, and training can go
 * on from there. The weights of a channel become as large as fresh ones, which its normalisation
 * undoes too. Adam's steps are all of one size: a layer whose small weights met large inputs would
 * lose in a few steps what it had learned.
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
    float[] weight = parameters.values(name + ".weight");
    for (int o = 0; o < out; o++) {
      float scale = rescale(weight, o, weight.length / out);
      float scaledVariance = scale * scale * variance[o];
      parameters.values(name + ".mean")[o] = scale * mean[o];
      parameters.values(name + ".variance")[o] = scaledVariance;
      parameters.values(name + ".gamma")[o] = (float) Math.sqrt(scaledVariance + EPSILON) / scale;
      parameters.values(name + ".beta")[o] += mean[o];
    }
    return y.add(bias);
  }

  /**
   * Gives the weights of a channel the root mean square that they had at first.
   *
   * @param inputs of the channel
   * @return what they were multiplied by; 1 if they are all 0
   */
  private static float rescale(float[] weight, int channel, int inputs) {
    double squares = 0;
    for (int i = channel * inputs; i < (channel + 1) * inputs; i++) {
      squares += weight[i] * weight[i];
    }
    if (squares == 0) {
      return 1;
    }
    float scale = (float) (InitialisingOps.deviation(inputs) / Math.sqrt(squares / inputs));
    for (int i = channel * inputs; i < (channel + 1) * inputs; i++) {
      weight[i] *= scale;
    }
    return scale;
  }
}
