package dev.pixelwatch.training.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * Carries the weights of a trained network into another definition, after Net2Net (Chen et al.
 * 2016): that of a larger size, or the present one of its own size. Channels that both have keep
 * their weights and hear nothing of the new ones, whose own weights are random. Of a layer that
 * became narrower the first channels stay. A convolution that only the larger network has hands on
 * what it gets, so that the larger one answers as the small one does. Works on parameters whose
 * batch normalisation is a bias alone.
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
   * @param trainedCount how many channels the trained network has there
   */
  @SuppressWarnings("ArrayRecordComponent") // Lives as long as one walk, never compared.
  record Channels(int[] from, int trainedCount) {
    static Channels fresh(int count) {
      int[] channels = new int[count];
      Arrays.fill(channels, NEW);
      return new Channels(channels, 0);
    }

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
   * @throws IOException if the trained network is larger than that, or its layers do not fit
   */
  static Parameters grow(Parameters trained, NetworkSize size, long seed) throws IOException {
    if (trained.size().compareTo(size) > 0) {
      throw new IOException(
          "it is a %s network, which does not fit into a %s one"
              .formatted(trained.size().id(), size.id()));
    }
    Parameters grown = Parameters.initial(size, seed);
    try {
      DistortionNet.define(new GrowingOps(trained, grown), size, LUMA, CHROMA);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return grown;
  }

  @Override
  public Channels linear(String name, Channels x, int out) {
    return trained.tensors().containsKey(name + ".weight")
        ? takeOver(name, x, out)
        : Channels.fresh(out);
  }

  @Override
  public Channels convNorm(String name, Channels x, int out, int kernel, int stride) {
    if (!trained.tensors().containsKey(name + ".weight")) {
      boolean deeper = kernel == 3 && stride == 1 && x.count() == out;
      return deeper ? handOn(name, x) : Channels.fresh(out);
    }
    float[] bias = trained.values(name + ".beta");
    System.arraycopy(bias, 0, grown.values(name + ".beta"), 0, Math.min(out, bias.length));
    return takeOver(name, x, out);
  }

  private Channels takeOver(String name, Channels x, int out) {
    Parameters.Tensor from = trained.tensors().get(name + ".weight");
    Parameters.Tensor to = grown.tensors().get(name + ".weight");
    int old = (int) from.shape()[0];
    int side = (int) to.shape()[2];
    if (from.shape()[1] != x.trainedCount || from.shape()[2] != side) {
      throw new UncheckedIOException(
          new IOException(
              "its layer %s has the shape %s, where %d inputs and a kernel of %d are expected"
                  .formatted(name, Arrays.toString(from.shape()), x.trainedCount, side)));
    }
    int kernel = side * side;
    for (int o = 0; o < Math.min(out, old); o++) {
      for (int i = 0; i < x.count(); i++) {
        int at = (o * x.count() + i) * kernel;
        if (x.from[i] == NEW) {
          Arrays.fill(to.values(), at, at + kernel, 0);
        } else {
          int source = (o * x.trainedCount + x.from[i]) * kernel;
          System.arraycopy(from.values(), source, to.values(), at, kernel);
        }
      }
    }
    int[] y = new int[out];
    Arrays.setAll(y, channel -> channel < old ? channel : NEW);
    return new Channels(y, old);
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
      old += part.trainedCount;
    }
    return new Channels(joined, old);
  }
}
