package dev.pixelwatch.monitor.detect;

/** Finds where in the picture a change shows, when asked for the alert that is about to open. */
@FunctionalInterface
public interface Region {
  /** Knows nowhere in particular. */
  Region UNKNOWN = (type, direction, fromFrame) -> null;

  /**
   * The box around the place where it shows most.
   *
   * @param type id of a distortion type, or {@code score}
   * @param direction +1 if the value rose, -1 if it fell
   * @param fromFrame frame number since which it is so
   * @return null if nothing is known of the place
   */
  Box of(String type, int direction, long fromFrame);
}
