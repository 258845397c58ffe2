package dev.pixelwatch.monitor;

import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.schemas.DistortionMap;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.Score;
import dev.pixelwatch.schemas.StreamStatus;

/** One record of the topics that carry results. */
public sealed interface Result {
  /** A pair was scored. */
  record Scored(Score score) implements Result {}

  /** The map of a pair that was scored. */
  record Mapped(DistortionMap map) implements Result {}

  /** How the capture of a stream is doing. */
  record Stated(StreamStatus status) implements Result {}

  /** An alert opened or closed. */
  record Alerted(Alert alert) implements Result {}

  /** What became of a frame number, or of a duplicate. */
  record Settled(Outcome outcome) implements Result {}
}
