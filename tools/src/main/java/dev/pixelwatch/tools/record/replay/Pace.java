package dev.pixelwatch.tools.record.replay;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** When each record is due: as far apart as they were published, divided by a factor. */
final class Pace {
  private static final long STEP_NANOS = 50_000_000;

  private final double factor;
  private final long firstMs;
  private final long start = System.nanoTime();

  /**
   * @param factor 1 is the original pace, infinity as fast as it goes
   * @param firstMs when the first record was published
   */
  Pace(double factor, long firstMs) {
    this.factor = factor;
    this.firstMs = firstMs;
  }

  /**
   * Waits until a record is due.
   *
   * @return false if it was told to stop before
   */
  boolean await(long publishedMs, BooleanSupplier stop) {
    long due = start + (long) ((publishedMs - firstMs) * 1e6 / factor);
    long left = due - System.nanoTime();
    while (left > 0 && !stop.getAsBoolean()) {
      try {
        TimeUnit.NANOSECONDS.sleep(Math.min(left, STEP_NANOS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
      left = due - System.nanoTime();
    }
    return !stop.getAsBoolean();
  }
}
