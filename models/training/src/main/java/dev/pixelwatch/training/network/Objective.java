package dev.pixelwatch.training.network;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far the network is from the known maps and scores, and which way the parameters should move:
 * a function of parameters and batch that keeps nothing. The loss is the squared error of the map,
 * with more weight where a distortion is (target more than 0.05 from 0.5), plus a little of {@link
 * RankingLoss}. "Pixel Perfect" (arXiv 2605.02863) has weight 10 there. That answers a type which
 * is there with probability 0.1 at half of its strength, which is leakage; 2 gives a sixth. Where
 * anti-symmetry is not built in, a third term may ask for it.
 */
public final class Objective implements AutoCloseable {
  private static final float DISTORTED = 0.05f;
  private static final float DISTORTED_WEIGHT = 2;
  private static final float SCORE_WEIGHT = 0.004f;

  /** Weight of the loss that asks for anti-symmetry where it is not built in. */
  private static final float ASYMMETRY_WEIGHT = 1;

  private static final String PYTORCH = "PyTorch";

  private final Engine engine;
  private final NDManager manager;
  private final AntiSymmetry antiSymmetry;
  private final boolean contrastive;

  /**
   * @throws UserError if there is no such device, or no PyTorch
   */
  public Objective(ComputeDevice device) {
    this(device, AntiSymmetry.BY_CONSTRUCTION, true);
  }

  /**
   * An objective that leaves something out.
   *
   * @param contrastive whether the embeddings of one distortion are drawn together
   */
  public Objective(ComputeDevice device, AntiSymmetry antiSymmetry, boolean contrastive) {
    this.antiSymmetry = antiSymmetry;
    this.contrastive = contrastive;
    if (!Engine.hasEngine(PYTORCH)) {
      throw new UserError(
          "this copy of Pixelwatch cannot train: PyTorch is left out of it",
          "Train in the project's folder, or make a bundle with tools/bundle/make --training.");
    }
    engine = Engine.getEngine(PYTORCH);
    if (device == ComputeDevice.GPU && engine.getGpuCount() == 0) {
      throw new UserError(
          "PyTorch finds no GPU on this machine",
          "Leave out --device gpu, or build with PyTorch for CUDA: replace pytorch-native-cpu in"
              + " models/training/pom.xml.");
    }
    manager = engine.newBaseManager(device == ComputeDevice.GPU ? Device.gpu() : Device.cpu());
  }

  /**
   * Loss of one batch.
   *
   * @param map weighted mean squared error of the map values
   * @param score how far the scores are off, in units of 100 points, and their ranks
   * @param gradients of the weighted sum, for each trained tensor
   */
  public record Result(float map, float score, Map<String, float[]> gradients) {}

  /**
   * What the network answers to a batch as it would in use, with the running statistics.
   *
   * @param mapLoss as in {@link Result}
   * @param maps N x 15 x rows x columns
   * @param scores N, in units of 100 points
   */
  @SuppressWarnings("ArrayRecordComponent") // A carrier of samples, never compared.
  public record Answer(float mapLoss, float[] maps, float[] scores) {}

  /** Loss and gradients; the running statistics in {@code parameters} move on. */
  public Result differentiate(Parameters parameters, Batch batch) {
    try (NDManager step = manager.newSubManager();
        GradientCollector collector = engine.newGradientCollector()) {
      Map<String, NDArray> arrays = toArrays(step, parameters, true);
      DistortionNet.Output<NDArray> output =
          forward(step, new DjlOps(arrays, true), parameters.size(), batch);
      NDArray mapLoss = mapLoss(output.map(), batch);
      NDArray scoreLoss = RankingLoss.of(output, batch, contrastive);
      NDArray loss = mapLoss.add(scoreLoss.mul(SCORE_WEIGHT));
      if (antiSymmetry == AntiSymmetry.BY_LOSS) {
        DistortionNet.Output<NDArray> swapped =
            forward(step, new DjlOps(arrays, true), parameters.size(), batch.swapped());
        loss = loss.add(asymmetry(output, swapped).mul(ASYMMETRY_WEIGHT));
      }
      collector.backward(loss);

      boolean finite = Float.isFinite(mapLoss.getFloat() + scoreLoss.getFloat());
      Map<String, float[]> gradients = new LinkedHashMap<>();
      parameters
          .tensors()
          .forEach(
              (name, tensor) -> {
                if (tensor.trained()) {
                  gradients.put(name, arrays.get(name).getGradient().toFloatArray());
                } else if (finite) {
                  float[] moved = arrays.get(name).toFloatArray();
                  System.arraycopy(moved, 0, tensor.values(), 0, moved.length);
                }
              });
      return new Result(mapLoss.getFloat(), scoreLoss.getFloat(), gradients);
    }
  }

  /**
   * Parameters with which the network answers as an exported file does, ready to be trained on, as
   * far as it has the layers of the file. A larger network than the file's has room to learn more.
   *
   * @param seed of what the file lacks
   * @param sample pairs like those that training will see, to measure batch statistics on
   * @throws IOException if the bytes are no network of this size or a smaller one
   */
  public Parameters takeUp(byte[] onnx, NetworkSize size, long seed, Batch sample)
      throws IOException {
    Parameters parameters = GrowingOps.grow(OnnxImport.read(onnx), size, seed);
    try (NDManager step = manager.newSubManager()) {
      Map<String, NDArray> arrays = toArrays(step, parameters, false);
      forward(step, new MeasuringOps(arrays, parameters), size, sample);
    }
    return parameters;
  }

  /** The answer to a batch; nothing changes. */
  public Answer answer(Parameters parameters, Batch batch) {
    try (NDManager step = manager.newSubManager()) {
      Map<String, NDArray> arrays = toArrays(step, parameters, false);
      DistortionNet.Output<NDArray> output =
          forward(step, new DjlOps(arrays, false), parameters.size(), batch);
      return new Answer(
          mapLoss(output.map(), batch).getFloat(),
          output.map().toFloatArray(),
          output.score().toFloatArray());
    }
  }

  private DistortionNet.Output<NDArray> forward(
      NDManager step, DjlOps ops, NetworkSize networkSize, Batch batch) {
    int n = batch.pairs();
    int size = batch.size();
    NDArray luma = bytes(step, batch.luma(), new Shape(2L * n, 1, size, size));
    NDArray chroma = bytes(step, batch.chroma(), new Shape(2L * n, 2, size / 2, size / 2));
    return DistortionNet.define(ops, networkSize, antiSymmetry, luma, chroma);
  }

  /** What the answers to both orders of the pairs lack of mirroring each other, squared. */
  private static NDArray asymmetry(
      DistortionNet.Output<NDArray> output, DistortionNet.Output<NDArray> swapped) {
    NDArray maps = output.map().add(swapped.map()).sub(1).square().mean();
    return maps.add(output.score().add(swapped.score()).square().mean().mul(SCORE_WEIGHT));
  }

  private static NDArray mapLoss(NDArray map, Batch batch) {
    NDArray target = map.getManager().create(batch.maps(), map.getShape());
    NDArray distorted = target.sub(0.5f).abs().gt(DISTORTED).toType(DataType.FLOAT32, false);
    NDArray weight = distorted.mul(DISTORTED_WEIGHT - 1).add(1);
    return map.sub(target).square().mul(weight).mean();
  }

  private static Map<String, NDArray> toArrays(
      NDManager step, Parameters parameters, boolean gradients) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    parameters
        .tensors()
        .forEach(
            (name, tensor) -> {
              NDArray array = step.create(tensor.values(), new Shape(tensor.shape()));
              array.setRequiresGradient(gradients && tensor.trained());
              arrays.put(name, array);
            });
    return arrays;
  }

  private static NDArray bytes(NDManager step, byte[] values, Shape shape) {
    return step.create(ByteBuffer.wrap(values), shape, DataType.UINT8)
        .toType(DataType.FLOAT32, false);
  }

  @Override
  public void close() {
    manager.close();
  }
}
