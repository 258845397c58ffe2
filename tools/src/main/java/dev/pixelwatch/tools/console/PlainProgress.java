package dev.pixelwatch.tools.console;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/** A line every two seconds, for logs and pipes. */
final class PlainProgress implements Progress {
  private static final long PAUSE = Duration.ofSeconds(2).toNanos();

  private final String task;
  private final long total;
  private final String unit;
  private final PrintWriter err;
  private long lastLine = System.nanoTime();

  PlainProgress(String task, long total, String unit, PrintWriter err) {
    this.task = task;
    this.total = total;
    this.unit = unit;
    this.err = err;
  }

  @Override
  public void update(long done, String news, List<String> table) {
    if (System.nanoTime() - lastLine < PAUSE) {
      return;
    }
    lastLine = System.nanoTime();
    String of = total > 0 ? " of " + total : "";
    err.println(task + ": " + done + of + " " + unit + (news.isEmpty() ? "" : ", " + news));
    err.flush();
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
