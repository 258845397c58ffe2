package dev.pixelwatch.monitor.http;

import java.util.concurrent.TimeUnit;

/** How many events a second there were lately. Used under the lock of its owner. */
final class Rate {
  private static final int SLOTS = 16;
  private static final long SLOT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final long[] counts = new long[SLOTS];
  private long slot = -1;
  private long firstSlot = -1;
  private long newestNanos;

  void count(long nowNanos) {
    advance(nowNanos);
    counts[(int) (slot % SLOTS)]++;
    newestNanos = nowNanos;
  }

  /** Mean over the last whole slots, four seconds at most; 0 before there is one. */
  double perSecond(long nowNanos) {
    if (slot < 0) {
      return 0;
    }
    advance(nowNanos);
    long whole = Math.min(SLOTS - 1, slot - firstSlot);
    long sum = 0;
    for (long i = slot - whole; i < slot; i++) {
      sum += counts[(int) (i % SLOTS)];
    }
    return whole == 0 ? 0 : sum * 1e9 / (whole * SLOT_NANOS);
  }

  /** Since the newest event; -1 before the first. */
  long idleMillis(long nowNanos) {
    return slot < 0 ? -1 : TimeUnit.NANOSECONDS.toMillis(nowNanos - newestNanos);
  }

  private void advance(long nowNanos) {
    long now = nowNanos / SLOT_NANOS;
    if (slot < 0) {
      slot = now;
      firstSlot = now;
    }
    if (now - slot >= SLOTS) {
      slot = now - SLOTS;
    }
    while (slot < now) {
      slot++;
      counts[(int) (slot % SLOTS)] = 0;
    }
  }
}
