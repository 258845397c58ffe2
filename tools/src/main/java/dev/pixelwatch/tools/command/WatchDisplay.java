package dev.pixelwatch.tools.command;

import dev.pixelwatch.tools.console.Progress;
import dev.pixelwatch.tools.report.FrameResult;
import dev.pixelwatch.tools.watch.LiveTable;
import dev.pixelwatch.tools.watch.WatchListener;

/** Shows on a progress display what a run finds. */
final class WatchDisplay implements WatchListener {
  private final Progress progress;
  private final LiveTable table = new LiveTable();

  WatchDisplay(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void settled(FrameResult frame) {
    table.add(frame);
  }

  @Override
  public void progress(long settled) {
    progress.update(settled, table.brief(), table.lines());
  }
}
