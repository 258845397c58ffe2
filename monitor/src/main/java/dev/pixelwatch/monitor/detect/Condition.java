package dev.pixelwatch.monitor.detect;

/** Something that is so or not: it counts once it has been so for a while, and until it is over. */
final class Condition {
  /** What became of the condition at a moment. */
  enum Change {
    NONE,
    OPENED,
    CLOSED
  }

  boolean open;
  boolean counting;
  long sinceFrame;
  long sinceUs;

  /** Frame and time since which it is otherwise than {@link #open} says. */
  long otherwiseFrame;

  long otherwiseUs;

  /** Whether it was so at the last moment, however long that counts. */
  boolean isSo() {
    return open != counting;
  }

  /** Takes note of a moment; times in microseconds, patience in seconds. */
  Change update(boolean isSo, long frame, long timeUs, double openAfter, double closeAfter) {
    if (isSo == open) {
      counting = false;
      return Change.NONE;
    }
    if (!counting) {
      counting = true;
      otherwiseFrame = frame;
      otherwiseUs = timeUs;
    }
    if (timeUs - otherwiseUs < (open ? closeAfter : openAfter) * 1e6) {
      return Change.NONE;
    }
    open = isSo;
    counting = false;
    if (open) {
      sinceFrame = otherwiseFrame;
      sinceUs = otherwiseUs;
    }
    return open ? Change.OPENED : Change.CLOSED;
  }
}
