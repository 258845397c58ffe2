package dev.pixelwatch.monitor;

import dev.pixelwatch.schemas.FrameSide;
import java.util.Locale;

/** Which end of the watched stage a frame comes from. */
public enum Side {
  /** What went into the stage. */
  REFERENCE,
  /** What came out of it. */
  PROCESSED;

  /** The other end. */
  public Side other() {
    return this == REFERENCE ? PROCESSED : REFERENCE;
  }

  /** The name as it stands in topics and messages. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  FrameSide toSchema() {
    return this == REFERENCE ? FrameSide.REFERENCE : FrameSide.PROCESSED;
  }

  static Side of(FrameSide side) {
    return side == FrameSide.REFERENCE ? REFERENCE : PROCESSED;
  }
}
