package dev.pixelwatch.monitor.detect;

import java.util.ArrayDeque;
import java.util.Locale;

/** Counts frames to which something happened, and tells when there are many in a while. */
final class FrameEvents {
  /** Times of the latest events; no more than matter. */
  ArrayDeque<Long> timesUs = new ArrayDeque<>();

  long firstFrame;

  /** Whether the alert that is open was opened here: two that count may share a kind. */
  boolean open;

  /**
   * Takes note of a moment.
   *
   * @param events that happened now
   * @param words with %d for the number of events and %.0f for the seconds they came in
   */
  void update(
      int events, long frame, long timeUs, AlertKind kind, String words, StreamContext context) {
    double seconds = context.get(RuleOption.EVENT_SECONDS);
    int enough = (int) context.get(RuleOption.EVENT_COUNT);
    while (!timesUs.isEmpty() && timeUs - timesUs.peekFirst() > seconds * 1e6) {
      timesUs.removeFirst();
    }
    boolean toldByAnother = !open && context.book().isOpen(kind, null);
    if (events > 0 && (timesUs.isEmpty() || toldByAnother)) {
      firstFrame = frame;
    }
    for (int i = 0; i < Math.min(events, enough); i++) {
      timesUs.addLast(timeUs);
    }
    while (timesUs.size() > enough) {
      timesUs.removeFirst();
    }
    if (!open && !toldByAnother && timesUs.size() >= enough) {
      open = true;
      String message = String.format(Locale.ROOT, words, timesUs.size(), seconds);
      context.open(AlertBook.Opening.state(kind, firstFrame, timesUs.peekFirst(), message));
    } else if (open && timesUs.isEmpty()) {
      open = false;
      context.book().close(kind, null, frame, timeUs, null, "");
    }
  }
}
