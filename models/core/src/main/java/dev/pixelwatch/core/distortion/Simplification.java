package dev.pixelwatch.core.distortion;

/** What an engine may leave out, to measure what it is worth. */
public enum Simplification {
  /**
   * Parameters are linear in severity, between those that are calibrated for severities 0 and 1.
   * The noise that a photograph brings along keeps its calibrated intensity.
   */
  LINEAR_SEVERITY,
  /** Additive white Gaussian noise of one deviation everywhere, instead of a sensor's. */
  WHITE_NOISE
}
