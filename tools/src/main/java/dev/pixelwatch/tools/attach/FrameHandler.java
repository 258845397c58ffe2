package dev.pixelwatch.tools.attach;

import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.tools.attach.align.Alignment;
import java.util.Optional;

/** What becomes of the captured frames of one stream. Used by one thread. */
interface FrameHandler extends AutoCloseable {
  /**
   * Takes the next frame.
   *
   * @param gone whether each side gives no frames at the moment
   */
  void take(CaptureBuffer.Captured captured, Gone gone);

  /** Which sides give no frames. */
  record Gone(boolean reference, boolean processed) {
    boolean is(Side side) {
      return side == Side.REFERENCE ? reference : processed;
    }
  }

  /** Whether frames belong together, and how. */
  Alignment.Standing standing();

  /** Spatial shift to the right in pixels, once it is known. */
  default Optional<Double> shiftRight() {
    return Optional.empty();
  }

  /** Spatial shift downwards in pixels, once it is known. */
  default Optional<Double> shiftDown() {
    return Optional.empty();
  }

  /** Publishes what was held back. */
  default void finish() {}

  @Override
  default void close() {}
}
