package dev.pixelwatch.monitor.detect;

import dev.pixelwatch.schemas.StreamState;
import dev.pixelwatch.schemas.StreamStatus;

/** What the capture says of itself; its times are those of the clock. */
final class StatusDetector {
  /** A side that ends a moment before the other is not lost. */
  private static final double LOST_SECONDS = 1;

  Condition lost = new Condition();
  Condition unaligned = new Condition();

  /** The frame that was scored last, for alerts that no frame belongs to. */
  long lastFrame;

  void add(StreamStatus status, StreamContext context) {
    StreamState state = status.getState();
    boolean isLost =
        state == StreamState.REFERENCE_LOST
            || state == StreamState.PROCESSED_LOST
            || state == StreamState.BOTH_LOST;
    update(lost, isLost, AlertKind.SIDE_LOST, status, words(state), context);
    boolean isUnaligned = state == StreamState.UNALIGNED;
    update(
        unaligned,
        isUnaligned,
        AlertKind.UNALIGNED,
        status,
        "The two sides could not be aligned, and nothing is scored",
        context);
  }

  private static String words(StreamState state) {
    return switch (state) {
      case REFERENCE_LOST -> "The reference side gives no frames";
      case PROCESSED_LOST -> "The processed side gives no frames";
      default -> "Neither side gives frames";
    };
  }

  private void update(
      Condition condition,
      boolean isSo,
      AlertKind kind,
      StreamStatus status,
      String words,
      StreamContext context) {
    double closeAfter = context.get(RuleOption.CLOSE_AFTER_SECONDS);
    boolean ended = status.getState() == StreamState.ENDED;
    switch (condition.update(
        isSo, lastFrame, status.getTimeUs(), LOST_SECONDS, ended ? 0 : closeAfter)) {
      case OPENED -> {
        String reason = status.getReason().isEmpty() ? "." : ": " + status.getReason() + ".";
        context.open(AlertBook.Opening.unseen(kind, lastFrame, condition.sinceUs, words + reason));
      }
      case CLOSED -> context.book().close(kind, null, null, condition.otherwiseUs, null, "");
      case NONE -> {}
    }
  }
}
