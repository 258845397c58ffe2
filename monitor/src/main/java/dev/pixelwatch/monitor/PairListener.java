package dev.pixelwatch.monitor;

import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.schemas.DistortionMap;
import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.Score;
import java.util.List;

/**
 * Told of each pair that this monitor scored, with its frames, on the thread that scored it: it
 * must return at once and must not throw. After a crash a pair may come again.
 */
@FunctionalInterface
public interface PairListener {
  void scored(Score score, DistortionMap map, Frame reference, Frame processed);

  /** An alert opened or closed in this process; as with pairs, after a crash it may come again. */
  default void alerted(Alert alert) {}

  /** One listener that tells several, in their order. */
  static PairListener all(List<PairListener> listeners) {
    List<PairListener> told = List.copyOf(listeners);
    return new PairListener() {
      @Override
      public void scored(Score score, DistortionMap map, Frame reference, Frame processed) {
        told.forEach(listener -> listener.scored(score, map, reference, processed));
      }

      @Override
      public void alerted(Alert alert) {
        told.forEach(listener -> listener.alerted(alert));
      }
    };
  }
}
