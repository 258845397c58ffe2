package dev.pixelwatch.monitor.detect;

import java.util.Locale;
import java.util.Optional;

/** What an alert is about. */
public enum AlertKind {
  /** The score fell, or an intensity went away from 0: the stage does more than it did. */
  REGRESSION("a distortion or the score became worse than the baseline"),
  /** The score rose, or an intensity went towards 0: the stage does less than it did. */
  IMPROVEMENT("a distortion or the score became better than the baseline"),
  /** One side repeats a picture while the other moves on. */
  FROZEN("one side repeats a picture while the other moves"),
  /** One side is black while the other is not, or both are. */
  BLACK("one side is black, or both are"),
  /** Frame numbers are missing, or one side of a pair did not come. */
  DROPPED("frames are missing, on both sides or on one"),
  /** Frame numbers come again, or a picture is repeated now and then. */
  DUPLICATED("frame numbers or pictures come twice"),
  /** Lost slices, dead lines or stuck pixels in single frames. */
  CORRUPTION("lost slices, dead lines or stuck pixels, even in a single frame"),
  /** Scores of a live stream come late. */
  LATENCY("scores come later than the bound"),
  /** A side gives no frames. */
  SIDE_LOST("a side gives no frames"),
  /** The two sides could not be aligned in time. */
  UNALIGNED("the two sides could not be aligned"),
  /** Pairs could not be assessed, or their payload was gone. */
  FAILED("pairs could not be assessed, or retention took them");

  private final String help;

  AlertKind(String help) {
    this.help = help;
  }

  /** The name used in JSON, rules and metrics, such as {@code side_lost}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it means, in words. */
  public String help() {
    return help;
  }

  /** The kind with this {@link #id()}. */
  public static Optional<AlertKind> byId(String id) {
    for (AlertKind kind : values()) {
      if (kind.id().equals(id)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
