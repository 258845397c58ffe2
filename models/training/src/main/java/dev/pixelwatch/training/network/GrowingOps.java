package dev.pixelwatch.training.network;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Grows a trained network into a larger one that answers the same and can learn more, after Net2Net
 * (Chen et al. 2016). Old channels keep their weights and hear nothing of the new ones, whose own
 * weights are random; a layer that the small network lacks hands the old channels on. Works on
 * parameters whose batch normalisation is a bias alone.
 *
 * <p>A tensor is, for each channel of the large network, the number of the same channel in the
 * small one, or {@link #NEW}.
 */
final class GrowingOps extends ChannelOps<int[]> {
  private static final int NEW = -1;
  private static final int[] LUMA = {0};
  private static final int[] CHROMA = {0, 1};

  private final Parameters small;
  private final Parameters large;

  private GrowingOps(Parameters small, Parameters large) {
    this.small = small;
    this.large = large;
  }

  /**
   * @return the same parameters if they have that size
   * @throws IOException if the network is larger than that
   */
  static Parameters grow(Parameters small, NetworkSize size, long seed) throws IOException {
    if (small.size() == size) {
      return small;
    }
    if (small.size().compareTo(size) > 0) {
      throw new IOException(
          "it is a %s network, which does not fit into a %s one"
              .formatted(small.size().id(), size.id()));
    }
    Parameters large = Parameters.initial(size, seed);
    DistortionNet.define(new GrowingOps(small, large), size, LUMA, CHROMA);
    return large;
  }

  @Override
  public int[] linear(String name, int[] x, int out) {
    Parameters.Tensor from = small.tensors().get(name + ".weight");
    if (from == null) {
      handOn(name, x);
      return x;
    }
    int[] y = new int[out];
    Arrays.setAll(y, channel -> channel < from.shape()[0] ? channel : NEW);
    float[] to = large.values(name + ".weight");
    int kernel = to.length / (out * x.length);
    for (int o = 0; o < from.shape()[0]; o++) {
      for (int i = 0; i < x.length; i++) {
        int at = (o * x.length + i) * kernel;
        if (x[i] == NEW) {
          Arrays.fill(to, at, at + kernel, 0);
        } else {
          int source = (o * (int) from.shape()[1] + x[i]) * kernel;
          System.arraycopy(from.values(), source, to, at, kernel);
        }
      }
    }
    return y;
  }

  @Override
  public int[] convNorm(String name, int[] x, int out, int kernel, int stride) {
    int[] y = linear(name, x, out);
    if (small.tensors().containsKey(name + ".beta")) {
      float[] bias = small.values(name + ".beta");
      System.arraycopy(bias, 0, large.values(name + ".beta"), 0, bias.length);
    }
    return y;
  }

  /** The old channels, which are not negative here, come out as they went in. */
  private void handOn(String name, int[] x) {
    float[] weight = large.values(name + ".weight");
    int perOutput = weight.length / x.length;
    int kernel = perOutput / x.length;
    for (int channel = 0; channel < x.length; channel++) {
      if (x[channel] != NEW) {
        Arrays.fill(weight, channel * perOutput, (channel + 1) * perOutput, 0);
        weight[channel * perOutput + channel * kernel + kernel / 2] = 1;
      }
    }
  }

  @Override
  public int[] concatChannels(List<int[]> parts) {
    int[] joined = new int[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    int old = 0;
    for (int[] part : parts) {
      for (int channel : part) {
        joined[at++] = channel == NEW ? NEW : old + channel;
      }
      old += (int) Arrays.stream(part).filter(channel -> channel != NEW).count();
    }
    return joined;
  }
}
