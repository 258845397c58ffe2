package dev.pixelwatch.tools.report;

import java.util.Locale;

/**
 * What became of a frame. Every distinct frame has exactly one outcome; a duplicate is a further
 * copy of a frame that has one already, and is counted apart.
 */
public enum FrameOutcome {
  SCORED,
  SKIPPED,
  UNMATCHED,
  DUPLICATE,
  LOST,
  FAILED;

  /** The name used in files, such as {@code scored}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
