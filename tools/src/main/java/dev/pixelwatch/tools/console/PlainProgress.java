package dev.pixelwatch.tools.console;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A line every two seconds, for logs and pipes. Long tasks say less and less, at least a line a
 * minute.
 */
final class PlainProgress implements Progress {
  private static final long SHORTEST_PAUSE = Duration.ofSeconds(2).toNanos();
  private static final long LONGEST_PAUSE = Duration.ofMinutes(1).toNanos();

  /** The pause is this part of the time that has passed: a minute after half an hour. */
  private static final long SHARE = 30;

  private final String task;
  private final long total;
  private final String unit;
  private final PrintWriter err;
  private final LongSupplier clock;
  private final long start;
  private long lastLine;

  /**
   * @param clock nanoseconds
   */
  PlainProgress(String task, long total, String unit, PrintWriter err, LongSupplier clock) {
    this.task = task;
    this.total = total;
    this.unit = unit;
    this.err = err;
    this.clock = clock;
    start = clock.getAsLong();
    lastLine = start;
  }

  @Override
  public void update(long done, String news, List<String> table) {
    long now = clock.getAsLong();
    if (now - lastLine < pause(now - start)) {
      return;
    }
    lastLine = now;
    String of = total > 0 ? " of " + total : "";
    err.println(task + ": " + done + of + " " + unit + (news.isEmpty() ? "" : ", " + news));
    err.flush();
  }

  private static long pause(long elapsed) {
    return Math.min(LONGEST_PAUSE, Math.max(SHORTEST_PAUSE, elapsed / SHARE));
  }

  @Override
  public void say(String line) {
    err.println(line);
    err.flush();
  }

  @Override
  public void close() {
    err.flush();
  }
}
