package dev.pixelwatch.training.network;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Declares and initialises the parameters; a tensor is its number of channels. */
final class InitialisingOps extends ChannelOps<Integer> {
  static final int LUMA_CHANNELS = 1;
  static final int CHROMA_CHANNELS = 2;

  private final Parameters parameters;
  private final Random random;

  InitialisingOps(Parameters parameters, long seed) {
    this.parameters = parameters;
    this.random = new Random(seed);
  }

  @Override
  public Integer linear(String name, Integer in, int out) {
    declareWeight(name, in, out, 1);
    return out;
  }

  @Override
  public Integer convNorm(String name, Integer in, int out, int kernel, int stride) {
    declareWeight(name, in, out, kernel);
    parameters.declare(name + ".gamma", true, ones(out), out);
    parameters.declare(name + ".beta", true, new float[out], out);
    parameters.declare(name + ".mean", false, new float[out], out);
    parameters.declare(name + ".variance", false, ones(out), out);
    return out;
  }

  private void declareWeight(String name, int in, int out, int kernel) {
    float[] weight = new float[out * in * kernel * kernel];
    // A branch that adds nothing at first leaves a network that is given it as it is.
    double deviation = name.equals(DistortionNet.CONTEXT_OUT) ? 0 : deviation(in * kernel * kernel);
    for (int i = 0; i < weight.length; i++) {
      weight[i] = (float) (deviation * random.nextGaussian());
    }
    parameters.declare(name + ".weight", true, weight, out, in, kernel, kernel);
  }

  /** Standard deviation of the weights of a neuron with so many inputs (He et al. 2015). */
  static double deviation(int inputs) {
    return Math.sqrt(2.0 / inputs);
  }

  private static float[] ones(int length) {
    float[] ones = new float[length];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Override
  public Integer concatChannels(List<Integer> parts) {
    return parts.stream().mapToInt(Integer::intValue).sum();
  }
}
