package dev.pixelwatch.tools.report;

import java.util.Optional;

/** Gives the pictures of a frame again, for the few frames that a report shows. */
public interface FrameSource {
  /** The pictures and the map of this frame, or empty if they can no longer be had. */
  Optional<Evidence> at(long frame);
}
