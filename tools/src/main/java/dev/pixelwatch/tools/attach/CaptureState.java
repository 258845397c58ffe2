package dev.pixelwatch.tools.attach;

import dev.pixelwatch.schemas.StreamState;
import dev.pixelwatch.tools.attach.align.Alignment;
import java.util.Optional;

/**
 * The state of a stream's capture, as it follows from its sides and from the alignment.
 *
 * @param reason why, in words without a full stop; empty when all is well
 */
record CaptureState(StreamState state, String reason) {
  static final CaptureState START = new CaptureState(StreamState.CONNECTING, "not opened yet");

  /**
   * @param processed the same as the reference where the stage is run here
   * @param ownStage whether the stage is run here
   * @param standing of the alignment; empty before the first frame
   * @param drained whether no captured frame waits, so that an end is an end
   */
  static CaptureState of(
      SideState reference,
      SideState processed,
      boolean ownStage,
      Optional<Alignment.Standing> standing,
      boolean drained) {
    if (reference.phase() == SideState.Phase.ENDED && processed.phase() == SideState.Phase.ENDED) {
      return drained ? new CaptureState(StreamState.ENDED, reference.reason()) : of(standing);
    }
    if (reference.phase() == SideState.Phase.CONNECTING) {
      return new CaptureState(StreamState.CONNECTING, reference.reason());
    }
    if (processed.phase() == SideState.Phase.CONNECTING) {
      return new CaptureState(StreamState.CONNECTING, processed.reason());
    }
    if (reference.isCapturing() && processed.isCapturing()) {
      return of(standing);
    }
    return lost(reference, processed, ownStage);
  }

  private static CaptureState lost(SideState reference, SideState processed, boolean ownStage) {
    if (reference.isCapturing()) {
      return new CaptureState(StreamState.PROCESSED_LOST, processed.reason());
    }
    boolean both = !ownStage && !processed.isCapturing();
    return new CaptureState(
        both ? StreamState.BOTH_LOST : StreamState.REFERENCE_LOST, reference.reason());
  }

  private static CaptureState of(Optional<Alignment.Standing> standing) {
    if (standing.isEmpty()) {
      return new CaptureState(StreamState.ALIGNING, "waiting for the first frames");
    }
    StreamState state =
        switch (standing.get().state()) {
          case ALIGNING -> StreamState.ALIGNING;
          case UNALIGNED -> StreamState.UNALIGNED;
          case ALIGNED -> StreamState.LIVE;
        };
    return new CaptureState(state, standing.get().reason());
  }
}
