package dev.pixelwatch.tools.record.replay;

/**
 * How a replay goes.
 *
 * @param records sent so far
 * @param bytes of their values
 * @param seconds since the start
 */
public record ReplayNews(long records, long bytes, double seconds) {
  static final ReplayNews NONE = new ReplayNews(0, 0, 0);

  ReplayNews plus(long length, double now) {
    return new ReplayNews(records + 1, bytes + length, now);
  }

  /** Megabytes (10^6) a second. */
  public double megabytesPerSecond() {
    return seconds > 0 ? bytes / 1e6 / seconds : 0;
  }
}
