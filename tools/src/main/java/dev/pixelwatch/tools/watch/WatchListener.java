package dev.pixelwatch.tools.watch;

import dev.pixelwatch.tools.report.FrameResult;

/** Hears how a run goes; called by one thread. */
public interface WatchListener {
  /** A frame has its outcome. */
  void settled(FrameResult result);

  /** Called several times a second, with the number of frames that are settled. */
  void progress(long settled);
}
