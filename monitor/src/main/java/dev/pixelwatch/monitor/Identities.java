package dev.pixelwatch.monitor;

import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.FramePointer;

/** Who a record is about. */
final class Identities {
  private Identities() {}

  static FrameIdentity of(Frame frame) {
    return new FrameIdentity(
        frame.getStream(),
        frame.getStage(),
        frame.getBuild(),
        frame.getFrameNumber(),
        frame.getCaptureTimeUs());
  }

  static FrameIdentity of(FramePointer pointer) {
    return new FrameIdentity(
        pointer.getStream(),
        pointer.getStage(),
        pointer.getBuild(),
        pointer.getFrameNumber(),
        pointer.getCaptureTimeUs());
  }
}
