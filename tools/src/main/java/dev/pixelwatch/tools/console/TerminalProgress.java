package dev.pixelwatch.tools.console;

import java.io.PrintWriter;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar with a table below it, drawn again and again in the same place. */
final class TerminalProgress implements Progress {
  private static final int REDRAW_MILLIS = 200;
  private static final String CLEAR_DOWNWARDS = "\u001b[J";

  private final PrintWriter err;
  private final ProgressBar bar;
  private volatile List<String> details = List.of();

  TerminalProgress(String task, long total, int columns, PrintWriter err) {
    this.err = err;
    bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total > 0 ? total : -1)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REDRAW_MILLIS)
            .setConsumer(new Block(columns, err))
            .build();
  }

  @Override
  public void update(long done, String news, List<String> table) {
    details = List.copyOf(table);
    bar.stepTo(done);
  }

  @Override
  public void say(String line) {
    err.print("\r" + CLEAR_DOWNWARDS + line + "\n");
    err.flush();
  }

  @Override
  public void close() {
    bar.close();
  }

  /** Draws the bar and the lines below it, and moves the cursor back up for the next time. */
  private final class Block implements ProgressBarConsumer {
    private final int columns;
    private final PrintWriter err;

    Block(int columns, PrintWriter err) {
      this.columns = columns;
      this.err = err;
    }

    @Override
    public int getMaxRenderedLength() {
      return columns - 1;
    }

    @Override
    public void accept(String rendered) {
      StringBuilder block = new StringBuilder("\r").append(CLEAR_DOWNWARDS).append(rendered);
      List<String> lines = details;
      for (String line : lines) {
        block.append('\n').append(line, 0, Math.min(line.length(), columns - 1));
      }
      if (!lines.isEmpty()) {
        block.append("\u001b[").append(lines.size()).append("A\r");
      }
      err.print(block);
      err.flush();
    }

    @Override
    public void clear() {
      err.print("\r" + CLEAR_DOWNWARDS);
      err.flush();
    }

    @Override
    public void close() {
      clear();
    }
  }
}
