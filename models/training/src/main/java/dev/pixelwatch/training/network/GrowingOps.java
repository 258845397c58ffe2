package dev.pixelwatch.training.network;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Takes a trained network over into one that can learn more, after Net2Net (Chen et al. 2016): a
 * larger size, or this version of its own. Channels that both have keep their weights and hear
 * nothing of the new ones, whose own weights are random; a layer that the trained network lacks
 * hands on what it gets if it can, and is random otherwise. So a larger size answers as the small
 * one does. Works on parameters whose batch normalisation is a bias alone.
 */
final class GrowingOps extends ChannelOps<GrowingOps.Channels> {
  private static final int NEW = -1;
  private static final Channels LUMA = new Channels(new int[] {0}, 1);
  private static final Channels CHROMA = new Channels(new int[] {0, 1}, 2);

  private final Parameters trained;
  private final Parameters grown;

  /**
   * A tensor of the grown network.
   *
   * @param from for each channel the number of the same one in the trained network, or {@link #NEW}
   * @param trained how many channels the trained network has there
   */
  @SuppressWarnings("ArrayRecordComponent") // Lives as long as one walk, never compared.
  record Channels(int[] from, int trained) {
    int count() {
      return from.length;
    }
  }

  private GrowingOps(Parameters trained, Parameters grown) {
    this.trained = trained;
    this.grown = grown;
  }

  /**
   * @param seed of all that is new
   * @throws IOException if the trained network is larger than that
   */
  static Parameters grow(Parameters trained, NetworkSize size, long seed) throws IOException {
    if (trained.size().compareTo(size) > 0) {
      throw new IOException(
          "it is a %s network, which does not fit into a %s one"
              .formatted(trained.size().id(), size.id()));
    }
    Parameters grown = Parameters.initial(size, seed);
    DistortionNet.define(new GrowingOps(trained, grown), size, LUMA, CHROMA);
    return grown;
  }

  @Override
  public Channels linear(String name, Channels x, int out) {
    Parameters.Tensor from = trained.tensors().get(name + ".weight");
    if (from == null) {
      return x.count() == out ? handOn(name, x) : fresh(out);
    }
    int old = (int) from.shape()[0];
    int oldInputs = (int) from.shape()[1];
    int[] y = new int[out];
    Arrays.setAll(y, channel -> channel < old ? channel : NEW);
    float[] to = grown.values(name + ".weight");
    int kernel = to.length / (out * x.count());
    for (int o = 0; o < Math.min(out, old); o++) {
      for (int i = 0; i < x.count(); i++) {
        int at = (o * x.count() + i) * kernel;
        if (x.from[i] == NEW) {
          Arrays.fill(to, at, at + kernel, 0);
        } else {
          int source = (o * oldInputs + x.from[i]) * kernel;
          System.arraycopy(from.values(), source, to, at, kernel);
        }
      }
    }
    return new Channels(y, old);
  }

  @Override
  public Channels convNorm(String name, Channels x, int out, int kernel, int stride) {
    Channels y = linear(name, x, out);
    if (trained.tensors().containsKey(name + ".beta")) {
      float[] bias = trained.values(name + ".beta");
      System.arraycopy(bias, 0, grown.values(name + ".beta"), 0, Math.min(out, bias.length));
    }
    return y;
  }

  private static Channels fresh(int count) {
    int[] channels = new int[count];
    Arrays.fill(channels, NEW);
    return new Channels(channels, 0);
  }

  /** The old channels, which are not negative here, come out as they went in. */
  private Channels handOn(String name, Channels x) {
    float[] weight = grown.values(name + ".weight");
    int perOutput = weight.length / x.count();
    int kernel = perOutput / x.count();
    for (int channel = 0; channel < x.count(); channel++) {
      if (x.from[channel] != NEW) {
        Arrays.fill(weight, channel * perOutput, (channel + 1) * perOutput, 0);
        weight[channel * perOutput + channel * kernel + kernel / 2] = 1;
      }
    }
    return x;
  }

  @Override
  public Channels concatChannels(List<Channels> parts) {
    int[] joined = new int[parts.stream().mapToInt(Channels::count).sum()];
    int at = 0;
    int old = 0;
    for (Channels part : parts) {
      for (int channel : part.from) {
        joined[at++] = channel == NEW ? NEW : old + channel;
      }
      old += part.trained;
    }
    return new Channels(joined, old);
  }
}
