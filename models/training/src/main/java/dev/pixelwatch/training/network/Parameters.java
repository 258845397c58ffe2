package dev.pixelwatch.training.network;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named tensors of a network, held in plain arrays: what training changes, a checkpoint keeps and
 * the export reads.
 */
public final class Parameters {
  /**
   * One tensor.
   *
   * @param shape size of each dimension
   * @param trained whether gradients change it; running statistics are kept without one
   * @param values row-major
   */
  @SuppressWarnings("ArrayRecordComponent") // Mutable state of the optimiser, never compared.
  record Tensor(long[] shape, boolean trained, float[] values) {}

  private final NetworkSize size;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  private Parameters(NetworkSize size) {
    this.size = size;
  }

  /** Without any tensor yet. */
  static Parameters empty(NetworkSize size) {
    return new Parameters(size);
  }

  /** Freshly initialised parameters (He et al. 2015 for convolutions); same seed, same values. */
  public static Parameters initial(NetworkSize size, long seed) {
    Parameters parameters = new Parameters(size);
    DistortionNet.define(
        new InitialisingOps(parameters, seed),
        size,
        InitialisingOps.LUMA_CHANNELS,
        InitialisingOps.CHROMA_CHANNELS);
    return parameters;
  }

  public NetworkSize size() {
    return size;
  }

  /** Number of trained values. */
  public int count() {
    return tensors.values().stream()
        .filter(Tensor::trained)
        .mapToInt(tensor -> tensor.values().length)
        .sum();
  }

  Map<String, Tensor> tensors() {
    return tensors;
  }

  void declare(String name, boolean trained, float[] values, long... shape) {
    if (tensors.put(name, new Tensor(shape, trained, values)) != null) {
      throw new IllegalStateException("two layers are called " + name);
    }
  }

  float[] values(String name) {
    return tensors.get(name).values();
  }

  /** A copy that shares nothing with these parameters. */
  public Parameters copy() {
    Parameters copy = new Parameters(size);
    tensors.forEach(
        (name, t) -> copy.declare(name, t.trained(), t.values().clone(), t.shape().clone()));
    return copy;
  }

  /**
   * Moves all values, running statistics as well, towards those of the same network.
   *
   * @param share of the way, 0..1
   */
  public void approach(Parameters other, double share) {
    tensors.forEach(
        (name, tensor) -> {
          float[] values = tensor.values();
          float[] goal = other.values(name);
          for (int i = 0; i < values.length; i++) {
            values[i] += (float) (share * (goal[i] - values[i]));
          }
        });
  }

  /** Writes all values, so that {@link #read} restores them exactly. */
  public void write(DataOutputStream out) throws IOException {
    out.writeUTF(size.id());
    out.writeInt(tensors.size());
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeInt(entry.getValue().values().length);
      for (float value : entry.getValue().values()) {
        out.writeFloat(value);
      }
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if the stream ends early or was written by another definition
   */
  public static Parameters read(DataInputStream in) throws IOException {
    String id = in.readUTF();
    NetworkSize size =
        NetworkSize.byId(id).orElseThrow(() -> new IOException("there is no network " + id));
    Parameters parameters = initial(size, 0);
    if (in.readInt() != parameters.tensors.size()) {
      throw new IOException("the layers are not those of " + id);
    }
    for (Map.Entry<String, Tensor> entry : parameters.tensors.entrySet()) {
      float[] values = entry.getValue().values();
      if (!in.readUTF().equals(entry.getKey()) || in.readInt() != values.length) {
        throw new IOException("the layer " + entry.getKey() + " is not that of " + id);
      }
      for (int i = 0; i < values.length; i++) {
        values[i] = in.readFloat();
      }
    }
    return parameters;
  }
}
