package dev.pixelwatch.tools.attach;

import dev.pixelwatch.media.FrameRate;
import java.util.Optional;

/**
 * How one side is doing.
 *
 * @param phase where it stands
 * @param reason why it gives no frames, in words without a full stop; empty when it does
 * @param frameRate of what is or was captured last
 * @param frames captured since the start
 */
record SideState(Phase phase, String reason, Optional<FrameRate> frameRate, long frames) {
  enum Phase {
    /** Never opened yet. */
    CONNECTING,
    CAPTURING,
    /** Was open, and is being reconnected. */
    LOST,
    /** Will give nothing more. */
    ENDED
  }

  static final SideState START =
      new SideState(Phase.CONNECTING, "not opened yet", Optional.empty(), 0);

  boolean isCapturing() {
    return phase == Phase.CAPTURING;
  }

  SideState opened(FrameRate rate) {
    return new SideState(Phase.CAPTURING, "", Optional.of(rate), frames);
  }

  SideState withFrame() {
    return new SideState(phase, reason, frameRate, frames + 1);
  }

  /** Not to be had for now. */
  SideState missing(String why) {
    Phase next = phase == Phase.CONNECTING ? Phase.CONNECTING : Phase.LOST;
    return new SideState(next, why, frameRate, frames);
  }

  SideState ended(String why) {
    return new SideState(Phase.ENDED, why, frameRate, frames);
  }
}
