package dev.pixelwatch.monitor;

import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.schemas.DistortionMap;
import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.Score;

/**
 * Told of each pair that this monitor scored, with its frames, on the thread that scored it: it
 * must return at once and must not throw. After a crash a pair may come again.
 */
@FunctionalInterface
public interface PairListener {
  void scored(Score score, DistortionMap map, Frame reference, Frame processed);

  /** An alert opened or closed in this process; as with pairs, after a crash it may come again. */
  default void alerted(Alert alert) {}
}
