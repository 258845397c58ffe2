package dev.pixelwatch.core.distortion;

/** What an engine may leave out, to measure what it is worth. */
public enum Simplification {
  /** Parameters grow in proportion to severity, instead of as they become visible. */
  LINEAR_SEVERITY,
  /** White Gaussian noise of one deviation everywhere, instead of a sensor's. */
  PLAIN_NOISE
}
