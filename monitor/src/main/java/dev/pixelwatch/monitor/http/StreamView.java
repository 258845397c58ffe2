package dev.pixelwatch.monitor.http;

import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.Score;
import dev.pixelwatch.schemas.StreamState;
import dev.pixelwatch.schemas.StreamStatus;
import java.util.Map;

/**
 * A stream as it is at one moment.
 *
 * @param last newest score, or null
 * @param status newest state of its capture, or null where nobody tells it
 * @param statusMillis since it was told
 * @param rate scored frames a second over the last seconds
 * @param idleMillis since the newest score; -1 if there is none
 * @param first sequence number of the oldest score that is kept
 * @param next sequence number that the next score will have
 * @param version changes when anything about the stream does
 */
record StreamView(
    String stream,
    String stage,
    String build,
    Score last,
    StreamStatus status,
    long statusMillis,
    Map<OutcomeKind, Long> outcomes,
    int k,
    double rate,
    long idleMillis,
    long first,
    long next,
    long version) {
  /** A capture tells its state every two seconds; one that is killed does not say that it ends. */
  private static final long SILENT_MS = 10_000;

  /** What the capture is doing, where it has told its state at all. */
  StreamState captureState() {
    return isCaptureSilent() ? StreamState.UNKNOWN : status.getState();
  }

  /** Why, in words; empty when all is well. */
  String captureReason() {
    return isCaptureSilent()
        ? "its capture has been silent for " + statusMillis / 1000 + " s"
        : status.getReason();
  }

  private boolean isCaptureSilent() {
    return status.getState() != StreamState.ENDED && statusMillis >= SILENT_MS;
  }

  long count(OutcomeKind kind) {
    return outcomes.getOrDefault(kind, 0L);
  }
}
