package dev.pixelwatch.tools.compare.source;

import java.util.List;
import java.util.Optional;

/** The frames of a reference and of two builds, side by side. Used by one thread. */
public interface TripleSource extends AutoCloseable {
  /**
   * The next frame that any of the three has, in rising order of numbers, or nothing at the end.
   */
  Optional<FrameTriple> next();

  /** Frames to come, or 0 if that is not known. */
  long expectedFrames();

  /** What is to be said once the last frame was read, such as frames that could not be decoded. */
  List<String> notes();

  @Override
  void close();
}
