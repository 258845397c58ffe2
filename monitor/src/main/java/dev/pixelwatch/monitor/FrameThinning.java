package dev.pixelwatch.monitor;

import java.time.Duration;

/**
 * Decides in live mode which frames are scored: those whose number is divisible by k. When the lag
 * exceeds its bound, k doubles; when it has stayed below half the bound, k goes down by a quarter.
 * Between two steps there is time for the last one to show, so that k does not swing.
 */
final class FrameThinning {
  /** At most this many frames for one that is scored. */
  static final int MAX_K = 64;

  private final Mode mode;
  private final long boundMs;
  private long lastChangeMs = Long.MIN_VALUE / 2;
  private volatile int k = 1;

  FrameThinning(Mode mode, Duration bound) {
    this.mode = mode;
    this.boundMs = bound.toMillis();
  }

  /** Takes note of how late the frames are now. */
  void observe(long lagMs, long nowMs) {
    if (mode == Mode.COMPLETE) {
      return;
    }
    long sinceChange = nowMs - lastChangeMs;
    if (lagMs > boundMs && k < MAX_K && sinceChange >= boundMs / 4) {
      change(Math.min(MAX_K, 2 * k), nowMs);
    } else if (lagMs <= boundMs / 2 && k > 1 && sinceChange >= 2 * boundMs) {
      change(k - Math.max(1, k / 4), nowMs);
    }
  }

  private void change(int newK, long nowMs) {
    k = newK;
    lastChangeMs = nowMs;
  }

  boolean scores(long frameNumber) {
    return Math.floorMod(frameNumber, k) == 0;
  }

  int k() {
    return k;
  }
}
