package dev.pixelwatch.training.network;

/**
 * Follows the network by the shapes of its tensors, not their values: whatever neither mixes nor
 * joins channels hands on what it gets.
 *
 * @param <T> what stands for a tensor, such as its channels
 */
abstract class ChannelOps<T> implements Ops<T> {
  @Override
  public T normalise(T x) {
    return x;
  }

  @Override
  public T relu(T x) {
    return x;
  }

  @Override
  public T abs(T x) {
    return x;
  }

  @Override
  public T meanPool(T x, int side) {
    return x;
  }

  @Override
  public T meanAround(T x, int side) {
    return x;
  }

  @Override
  public T sigmoid(T x) {
    return x;
  }

  @Override
  public T add(T a, T b) {
    return a;
  }

  @Override
  public T subtract(T a, T b) {
    return a;
  }

  @Override
  public Halves<T> halves(T x) {
    return new Halves<>(x, x);
  }

  @Override
  public T frameMean(T x) {
    return x;
  }

  @Override
  public T flat(T x) {
    return x;
  }
}
