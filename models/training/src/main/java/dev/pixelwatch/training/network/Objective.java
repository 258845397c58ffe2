package dev.pixelwatch.training.network;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far the network is from the known maps and scores, and which way the parameters should move:
 * a function of parameters and batch that keeps nothing. The loss is the squared error of the map,
 * with more weight where a distortion is (target more than 0.05 from 0.5), plus the squared error
 * of the score. "Pixel Perfect" (arXiv 2605.02863) has weight 10 there. That answers a type which
 * is there with probability 0.1 at half of its strength, which is leakage; 3 gives a quarter.
 */
public final class Objective implements AutoCloseable {
  private static final float DISTORTED = 0.05f;
  private static final float DISTORTED_WEIGHT = 2;
  private static final float SCORE_WEIGHT = 0.1f;

  private final Engine engine = Engine.getEngine("PyTorch");
  private final NDManager manager = engine.newBaseManager(Device.cpu());

  /**
   * Loss of one batch.
   *
   * @param map weighted mean squared error of the map values
   * @param score mean squared error of the scores in units of 100 points
   * @param gradients of the weighted sum, for each trained tensor
   */
  public record Result(float map, float score, Map<String, float[]> gradients) {}

  /** Loss and gradients; the running statistics in {@code parameters} move on. */
  public Result differentiate(Parameters parameters, Batch batch) {
    try (NDManager step = manager.newSubManager();
        GradientCollector collector = engine.newGradientCollector()) {
      Map<String, NDArray> arrays = toArrays(step, parameters);
      int n = batch.pairs();
      int size = batch.size();
      NDArray luma = bytes(step, batch.luma(), new Shape(2L * n, 1, size, size));
      NDArray chroma = bytes(step, batch.chroma(), new Shape(2L * n, 2, size / 2, size / 2));
      DistortionNet.Output<NDArray> output =
          DistortionNet.define(new DjlOps(arrays, true), parameters.size(), luma, chroma);

      NDArray target = step.create(batch.maps(), output.map().getShape());
      NDArray distorted = target.sub(0.5f).abs().gt(DISTORTED).toType(DataType.FLOAT32, false);
      NDArray weight = distorted.mul(DISTORTED_WEIGHT - 1).add(1);
      NDArray mapLoss = output.map().sub(target).square().mul(weight).mean();
      NDArray scoreLoss =
          output.score().sub(step.create(batch.scores(), new Shape(n))).square().mean();
      collector.backward(mapLoss.add(scoreLoss.mul(SCORE_WEIGHT)));

      Map<String, float[]> gradients = new LinkedHashMap<>();
      parameters
          .tensors()
          .forEach(
              (name, tensor) -> {
                if (tensor.trained()) {
                  gradients.put(name, arrays.get(name).getGradient().toFloatArray());
                } else {
                  float[] moved = arrays.get(name).toFloatArray();
                  System.arraycopy(moved, 0, tensor.values(), 0, moved.length);
                }
              });
      return new Result(mapLoss.getFloat(), scoreLoss.getFloat(), gradients);
    }
  }

  private static Map<String, NDArray> toArrays(NDManager step, Parameters parameters) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    parameters
        .tensors()
        .forEach(
            (name, tensor) -> {
              NDArray array = step.create(tensor.values(), new Shape(tensor.shape()));
              array.setRequiresGradient(tensor.trained());
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
