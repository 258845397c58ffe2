package dev.pixelwatch.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

/**
 * Convolutions that are right on every processor. PyTorch 2.7.1 hands them to oneDNN, whose kernels
 * of 3 x 3 for AVX-512 take channels in blocks of 16 and read past a last block that is not full:
 * 24, 40 or 56 channels give wrong sums, sometimes NaN, forward and backward, on some machines with
 * that instruction set. So blocks are filled with zeros first, which changes no sum.
 */
final class Convolution {
  private static final int BLOCK = 16;
  private static final int BLOCKED_KERNEL = 3;

  private Convolution() {}

  /**
   * Convolution without a bias; an odd kernel is padded so that stride 1 keeps the size.
   *
   * @param x batch x channels x height x width
   * @param weight out x channels x kernel x kernel
   */
  static NDArray of(NDArray x, NDArray weight, int stride) {
    long kernel = weight.getShape().get(2);
    if (kernel != BLOCKED_KERNEL) {
      return of(x, weight, stride, kernel % 2 == 1 ? kernel / 2 : 0);
    }
    long out = weight.getShape().get(0);
    NDArray y = of(fill(x, 1), fill(fill(weight, 1), 0), stride, kernel / 2);
    return y.getShape().get(1) == out ? y : y.get(new NDIndex(":, :" + out));
  }

  /** Zeros after the last channel of this axis, up to a whole block. */
  private static NDArray fill(NDArray x, int axis) {
    long[] missing = x.getShape().getShape().clone();
    missing[axis] = Math.floorMod(-missing[axis], BLOCK);
    return missing[axis] == 0
        ? x
        : NDArrays.concat(new NDList(x, x.getManager().zeros(new Shape(missing))), axis);
  }

  private static NDArray of(NDArray x, NDArray weight, int stride, long padding) {
    return Conv2d.conv2d(
            x,
            weight,
            null,
            new Shape(stride, stride),
            new Shape(padding, padding),
            new Shape(1, 1),
            1)
        .singletonOrThrow();
  }
}
