package dev.pixelwatch.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import java.util.List;
import java.util.Map;

/** Runs the network on DJL arrays, with gradients where the arrays ask for them. */
class DjlOps implements Ops<NDArray> {
  static final float EPSILON = 1e-5f;

  /** Share of the old value that a running statistic keeps at each step. */
  private static final float MOMENTUM = 0.99f;

  private final Map<String, NDArray> parameters;
  private final boolean training;

  /**
   * @param training batch statistics, and running ones updated in place, instead of running ones
   */
  DjlOps(Map<String, NDArray> parameters, boolean training) {
    this.parameters = parameters;
    this.training = training;
  }

  @Override
  public NDArray normalise(NDArray codeValues) {
    return codeValues.mul(CODE_SCALE).add(CODE_OFFSET);
  }

  @Override
  public NDArray linear(String name, NDArray x, int out) {
    return Convolution.of(x, parameters.get(name + ".weight"), 1);
  }

  @Override
  public NDArray convNorm(String name, NDArray x, int out, int kernel, int stride) {
    NDArray y = Convolution.of(x, parameters.get(name + ".weight"), stride);
    return BatchNorm.batchNorm(
            y,
            parameters.get(name + ".mean"),
            parameters.get(name + ".variance"),
            parameters.get(name + ".gamma"),
            parameters.get(name + ".beta"),
            1,
            MOMENTUM,
            EPSILON,
            training)
        .singletonOrThrow();
  }

  @Override
  public NDArray relu(NDArray x) {
    return Activation.relu(x);
  }

  @Override
  public NDArray abs(NDArray x) {
    return x.abs();
  }

  @Override
  public NDArray meanPool(NDArray x, int side) {
    return Pool.avgPool2d(
        x, new Shape(side, side), new Shape(side, side), new Shape(0, 0), false, true);
  }

  /** DJL counts the padding as zeros even where told not to; a mean of ones says how many. */
  @Override
  public NDArray meanAround(NDArray x, int side) {
    NDArray ones = x.getManager().ones(new Shape(1, 1, x.getShape().get(2), x.getShape().get(3)));
    return boxMean(x, side).div(boxMean(ones, side));
  }

  private static NDArray boxMean(NDArray x, int side) {
    return lineMean(lineMean(x, new Shape(side, 1)), new Shape(1, side));
  }

  private static NDArray lineMean(NDArray x, Shape window) {
    Shape padding = new Shape(window.get(0) / 2, window.get(1) / 2);
    return Pool.avgPool2d(x, window, new Shape(1, 1), padding, false, true);
  }

  @Override
  public NDArray sigmoid(NDArray x) {
    return Activation.sigmoid(x);
  }

  @Override
  public NDArray add(NDArray a, NDArray b) {
    return a.add(b);
  }

  @Override
  public NDArray subtract(NDArray a, NDArray b) {
    return a.sub(b);
  }

  @Override
  public NDArray concatChannels(List<NDArray> parts) {
    return NDArrays.concat(new NDList(parts), 1);
  }

  @Override
  public Halves<NDArray> halves(NDArray x) {
    NDList halves = x.split(2, 0);
    return new Halves<>(halves.get(0), halves.get(1));
  }

  @Override
  public NDArray frameMean(NDArray x) {
    // PyTorch's mean in DJL takes one axis.
    return x.reshape(x.getShape().get(0), x.getShape().get(1), -1, 1).mean(new int[] {2}, true);
  }

  @Override
  public NDArray flat(NDArray x) {
    return x.reshape(-1);
  }
}
