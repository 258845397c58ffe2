package dev.pixelwatch.training.network;

import java.util.List;

/** Counts multiply-accumulates of the convolutions; a tensor is its shape. */
final class MacCounter extends ChannelOps<MacCounter.Shape> {
  record Shape(long batch, long channels, long height, long width) {}

  private long macs;

  private MacCounter() {}

  /** Multiply-accumulates for one pair of frames; sizes are rounded up to multiples of 16. */
  static long ofPair(NetworkSize size, int width, int height) {
    long h = (height + 15) / 16 * 16L;
    long w = (width + 15) / 16 * 16L;
    MacCounter counter = new MacCounter();
    DistortionNet.define(counter, size, new Shape(2, 1, h, w), new Shape(2, 2, h / 2, w / 2));
    return counter.macs;
  }

  @Override
  public Shape linear(String name, Shape x, int out) {
    return convNorm(name, x, out, 1, 1);
  }

  @Override
  public Shape convNorm(String name, Shape x, int out, int kernel, int stride) {
    Shape y = new Shape(x.batch, out, x.height / stride, x.width / stride);
    macs += y.batch * y.height * y.width * out * x.channels * kernel * kernel;
    return y;
  }

  @Override
  public Shape meanPool(Shape x, int side) {
    return new Shape(x.batch, x.channels, x.height / side, x.width / side);
  }

  @Override
  public Shape concatChannels(List<Shape> parts) {
    Shape first = parts.get(0);
    long channels = parts.stream().mapToLong(Shape::channels).sum();
    return new Shape(first.batch, channels, first.height, first.width);
  }

  @Override
  public Halves<Shape> halves(Shape x) {
    Shape half = new Shape(x.batch / 2, x.channels, x.height, x.width);
    return new Halves<>(half, half);
  }

  @Override
  public Shape frameMean(Shape x) {
    return new Shape(x.batch, x.channels, 1, 1);
  }
}
