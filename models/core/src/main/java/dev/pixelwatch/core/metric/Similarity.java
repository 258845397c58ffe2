package dev.pixelwatch.core.metric;

/** The similarity of two values that most measures are built of. */
final class Similarity {
  private Similarity() {}

  /** 1 for equal values, towards 0 for values that differ; {@code c} makes it robust near 0. */
  static float of(float a, float b, float c) {
    return (2 * a * b + c) / (a * a + b * b + c);
  }
}
