package dev.pixelwatch.tools.watch;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Notices when a run goes no further. Any frame that was read and any result is a sign of life:
 * where an earlier run is gone over, or one video is longer, nothing is scored for a long time.
 */
final class Standstill {
  private final Duration patience;
  private final LongSupplier nanoTime;
  private long progress;
  private long since;

  /**
   * @param patience how long nothing may happen
   */
  Standstill(Duration patience, LongSupplier nanoTime) {
    this.patience = patience;
    this.nanoTime = nanoTime;
    since = nanoTime.getAsLong();
  }

  /**
   * Called now and then.
   *
   * @param now a number that grows with everything that happens
   * @throws IllegalStateException if it has not grown for too long
   */
  void look(long now) {
    if (now > progress) {
      progress = now;
      since = nanoTime.getAsLong();
    } else if (nanoTime.getAsLong() - since > patience.toNanos()) {
      throw new IllegalStateException(
          "no frame was read and no result came for %d s".formatted(patience.toSeconds()));
    }
  }
}
