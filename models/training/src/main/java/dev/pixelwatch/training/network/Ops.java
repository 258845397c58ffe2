package dev.pixelwatch.training.network;

import java.util.List;

/**
 * The operations a network is made of. Tensors are batch x channels x height x width; a name leads
 * to the parameters of a layer.
 *
 * @param <T> what a tensor is to the interpreter
 */
interface Ops<T> {
  /** Code values 0..255 become {@code CODE_SCALE * x + CODE_OFFSET}, about -2..2. */
  double CODE_SCALE = 1 / 64.0;

  double CODE_OFFSET = -2;

  /** Code values on the scale of the network. */
  T normalise(T codeValues);

  /** Matrix product with the channels of each position; no bias. */
  T linear(String name, T x, int outChannels);

  /**
   * Convolution without a bias, then batch normalisation (Ioffe and Szegedy 2015). The kernel is
   * square; an odd one is padded with zeros so that stride 1 keeps the size, an even one is not
   * padded.
   */
  T convNorm(String name, T x, int outChannels, int kernel, int stride);

  T relu(T x);

  T abs(T x);

  /** Mean of each square of {@code side} x {@code side}, one value a square. */
  T meanPool(T x, int side);

  /**
   * Mean of the square of {@code side} x {@code side} positions around each, or of what of it lies
   * within the frame; the size stays.
   *
   * @param side odd
   */
  T meanAround(T x, int side);

  T sigmoid(T x);

  T add(T a, T b);

  T subtract(T a, T b);

  T concatChannels(List<T> parts);

  /** The two halves of a batch, in order. */
  Halves<T> halves(T x);

  /** Mean over height and width, which become 1. */
  T frameMean(T x);

  /** One value for each member of the batch, of a tensor that has no more: a vector. */
  T flat(T x);

  /** The first and the second half of a batch. */
  record Halves<T>(T first, T second) {}
}
