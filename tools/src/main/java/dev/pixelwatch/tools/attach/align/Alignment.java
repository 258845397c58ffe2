package dev.pixelwatch.tools.attach.align;

import dev.pixelwatch.media.LiveFrame;
import dev.pixelwatch.monitor.Side;
import java.util.Optional;
import java.util.OptionalLong;

/** Decides which frames of two captures belong together. Used by one thread. */
public interface Alignment {
  /** How far it has got. */
  enum State {
    /** More frames are needed. */
    ALIGNING,
    /** Frames belong together as {@link #number} says. */
    ALIGNED,
    /** No way was found to put the frames together. */
    UNALIGNED
  }

  /**
   * What is known.
   *
   * @param reason why it is not aligned, in words without a full stop; empty when it is
   * @param offset frames by which the processed side counts ahead of the reference
   * @param confidence 0..1; empty where it is not a matter of belief
   */
  record Standing(
      State state, String reason, Optional<Integer> offset, Optional<Double> confidence) {

    /** More frames are needed. */
    public static Standing aligning(String reason) {
      return new Standing(State.ALIGNING, reason, Optional.empty(), Optional.empty());
    }

    /** Nothing fits. */
    public static Standing unaligned(String reason, Optional<Double> confidence) {
      return new Standing(State.UNALIGNED, reason, Optional.empty(), confidence);
    }

    /** Frames belong together at this offset. */
    public static Standing aligned(int offset, Optional<Double> confidence) {
      return new Standing(State.ALIGNED, "", Optional.of(offset), confidence);
    }
  }

  /** Takes note of a frame; each side in order. */
  void observe(Side side, LiveFrame frame);

  /** What is known now. */
  Standing standing();

  /** The position of the reference frame that the frame belongs to; nothing if there is none. */
  OptionalLong number(Side side, LiveFrame frame);

  /** Forgets what is known, since a side was lost and its frames may count otherwise now. */
  void restart();
}
