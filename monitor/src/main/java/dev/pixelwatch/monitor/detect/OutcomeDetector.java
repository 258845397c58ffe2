package dev.pixelwatch.monitor.detect;

import dev.pixelwatch.schemas.FrameSide;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.StreamStatus;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What becomes of frames that have no score. Frames that are missing between scored ones are
 * dropped; where they go on missing, a side is lost.
 */
final class OutcomeDetector {
  private static final String DROPPED =
      "Frames are missing: at least %d within %.0f seconds had no partner or never came.";
  private static final String NO_ROOM =
      " The capture threw %d away so far: its machine or its broker is too slow for them.";
  private static final String DUPLICATED =
      "Frame numbers come again: at least %d within %.0f seconds.";
  private static final String FAILED =
      "Pairs could not be scored: at least %d within %.0f seconds.";

  private static final double GIVE_UP_SECONDS = 8;
  private static final int MOST_GAPS = 300;
  private static final long UNKNOWN = -1;

  FrameEvents dropped = new FrameEvents();
  FrameEvents duplicated = new FrameEvents();
  FrameEvents failed = new FrameEvents();

  /** Numbers that did not come in their turn, with the capture time of the next: they may yet. */
  TreeMap<Long, Long> gaps = new TreeMap<>();

  /** Frames that the capture had no room for, as it said last, and when they were seen to grow. */
  long withoutRoom = UNKNOWN;

  long withoutRoomUs = Long.MIN_VALUE;

  int unmatched;
  long unmatchedSinceUs;
  long unmatchedSinceFrame;
  String side = "";
  boolean lost;

  void scored(Observation o, StreamContext context) {
    boolean wasLost = lost || isLong(o.timeUs(), context);
    int events = wasLost ? 0 : unmatched;
    dropped(events, o.frame(), o.timeUs(), context);
    giveUp(o, context);
    duplicated.update(0, o.frame(), o.timeUs(), AlertKind.DUPLICATED, DUPLICATED, context);
    failed.update(0, o.frame(), o.timeUs(), AlertKind.FAILED, FAILED, context);
    if (lost) {
      lost = false;
      context.book().close(AlertKind.SIDE_LOST, null, o.frame(), o.timeUs(), null, "");
    }
    unmatched = 0;
  }

  /** Numbers below this one did not come in their turn. */
  void missing(long next, long count, long timeUs) {
    for (long number = next - count; number < next && gaps.size() < MOST_GAPS; number++) {
      gaps.put(number, timeUs);
    }
  }

  /** A number that came late after all. */
  void cameLate(long number) {
    gaps.remove(number);
  }

  private void giveUp(Observation o, StreamContext context) {
    while (!gaps.isEmpty() && o.timeUs() - gaps.firstEntry().getValue() > GIVE_UP_SECONDS * 1e6) {
      Map.Entry<Long, Long> gap = gaps.pollFirstEntry();
      dropped(1, gap.getKey(), gap.getValue(), context);
    }
  }

  private void dropped(int events, long frame, long timeUs, StreamContext context) {
    double recentUs = (context.get(RuleOption.EVENT_SECONDS) + GIVE_UP_SECONDS) * 1e6;
    boolean noRoom = withoutRoomUs > timeUs - recentUs;
    String words = noRoom ? DROPPED + NO_ROOM.formatted(withoutRoom) : DROPPED;
    dropped.update(events, frame, timeUs, AlertKind.DROPPED, words, context);
  }

  /** The capture tells how many frames it had no room for. */
  void captured(StreamStatus status) {
    long now = status.getFramesWithoutRoom();
    if (withoutRoom != UNKNOWN && now > withoutRoom) {
      withoutRoomUs = status.getTimeUs();
    }
    withoutRoom = now; // Less than before where a capture was started again.
  }

  /** A frame in its place that has no score. */
  void settled(Outcome outcome, StreamContext context) {
    long frame = outcome.getFrameNumber();
    long timeUs = outcome.getCaptureTimeUs();
    OutcomeKind kind = outcome.getKind();
    if (kind == OutcomeKind.FAILED || kind == OutcomeKind.LOST) {
      failed.update(1, frame, timeUs, AlertKind.FAILED, FAILED, context);
    } else if (kind == OutcomeKind.UNMATCHED) {
      unmatched(outcome, context);
    }
  }

  private void unmatched(Outcome outcome, StreamContext context) {
    if (unmatched == 0) {
      unmatchedSinceUs = outcome.getCaptureTimeUs();
      unmatchedSinceFrame = outcome.getFrameNumber();
      side = outcome.getSide() == FrameSide.REFERENCE ? "processed" : "reference";
    }
    unmatched++;
    if (lost || !isLong(outcome.getCaptureTimeUs(), context)) {
      return;
    }
    lost = true;
    context.open(
        AlertBook.Opening.unseen(
            AlertKind.SIDE_LOST,
            unmatchedSinceFrame,
            unmatchedSinceUs,
            String.format(Locale.ROOT, "The %s side gives no frames.", side)));
  }

  private boolean isLong(long timeUs, StreamContext context) {
    return unmatched > 1
        && timeUs - unmatchedSinceUs >= context.get(RuleOption.SIDE_LOST_SECONDS) * 1e6;
  }

  /** A frame number that came again, at any time. */
  void duplicate(Outcome outcome, StreamContext context) {
    duplicated.update(
        1,
        outcome.getFrameNumber(),
        outcome.getCaptureTimeUs(),
        AlertKind.DUPLICATED,
        DUPLICATED,
        context);
  }
}
