package dev.pixelwatch.monitor;

/** What to do when frames come faster than they can be scored. */
public enum Mode {
  /** Score every pair, however late. */
  COMPLETE,
  /** Keep the latency within its bound: score every k-th frame and say so. */
  LIVE
}
