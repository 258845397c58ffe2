package dev.pixelwatch.tools.attach;

import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Decides which frames of two captured sides are published where the machine is too slow for all of
 * them: those whose position is divisible by k, a power of two. Both sides then leave out the same
 * frames; if each lost frames as it happens, hardly any would find its partner. k doubles when many
 * frames find no room, and is halved when that has not been so for a while, which grows each time
 * that it was too early. Used by one thread.
 */
final class CaptureThinning {
  static final int MAX_K = 64;

  /** So many losses in so short a time are no hiccup, which costs less than thinning would. */
  private static final int MANY = 8;

  private static final long WINDOW_MS = 500;
  private static final long LEAST_PATIENCE_MS = 1_000;
  private static final long MOST_PATIENCE_MS = 32_000;
  private static final int REMEMBERED = 64;

  /** k from a position on: a side that comes late follows the rule of its partner. */
  private final TreeMap<Long, Integer> kFrom = new TreeMap<>();

  private long newest = -1;
  private int k = 1;
  private long lostBefore;
  private long windowMs;
  private long changedMs;
  private boolean halved;
  private long patienceMs = LEAST_PATIENCE_MS;
  private final AtomicLong leftOut = new AtomicLong();

  CaptureThinning() {
    kFrom.put(Long.MIN_VALUE, k);
  }

  /**
   * Takes note of how the capture is doing.
   *
   * @param lostSoFar frames that found no room since the start
   */
  void observe(long lostSoFar, long nowMs) {
    if (lostSoFar - lostBefore >= MANY) {
      if (halved && nowMs - changedMs < patienceMs) {
        patienceMs = Math.min(MOST_PATIENCE_MS, 2 * patienceMs);
      }
      change(Math.min(MAX_K, 2 * k), nowMs);
    } else if (k > 1 && nowMs - changedMs >= patienceMs) {
      change(k / 2, nowMs);
    } else if (k == 1 && nowMs - changedMs >= 2 * MOST_PATIENCE_MS) {
      patienceMs = LEAST_PATIENCE_MS;
    }
    if (nowMs - windowMs >= WINDOW_MS || changedMs == nowMs) {
      windowMs = nowMs;
      lostBefore = lostSoFar;
    }
  }

  private void change(int newK, long nowMs) {
    halved = newK < k;
    k = newK;
    changedMs = nowMs;
    kFrom.put(newest + 1, k);
    if (kFrom.size() > REMEMBERED) {
      kFrom.pollFirstEntry();
      kFrom.put(Long.MIN_VALUE, kFrom.pollFirstEntry().getValue());
    }
  }

  /** Whether the frame of a side at this position is to be published. */
  boolean takes(long position) {
    newest = Math.max(newest, position);
    boolean taken = Math.floorMod(position, kFrom.floorEntry(position).getValue()) == 0;
    if (!taken) {
      leftOut.incrementAndGet();
    }
    return taken;
  }

  /** Every k-th frame is published. */
  int k() {
    return k;
  }

  /** Frames of both sides that were not to be published; any thread may ask. */
  long leftOut() {
    return leftOut.get();
  }
}
