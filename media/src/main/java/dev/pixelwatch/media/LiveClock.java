package dev.pixelwatch.media;

import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Makes steady time out of the time stamps of a live input, and positions out of time. Stamps that
 * repeat or go back are taken as one frame later, and a jump that the wall clock does not know of
 * as no time at all. The position follows the time with a little play, so that jitter makes no
 * gaps, and what is missing does.
 */
final class LiveClock {
  /** A jump is at least this much more than what has passed on the wall clock. */
  private static final long JUMP_US = 2_000_000;

  /** Deviation from the next position, in frames, from which on it is a gap. */
  private static final double PLAY = 0.75;

  /** What remains of a deviation after a frame. */
  private static final double MEMORY = 0.95;

  /** Share by which the clock of an input may be slower than ours. */
  private static final double DRIFT = 200e-6;

  private final double frameUs;
  private final boolean paced;
  private final Consumer<String> said;
  private long lastStampUs;
  private long lastNowUs;
  private double deviation;
  private long index = -1;
  private long timeUs;
  private double startUs;
  private long repeated;

  /**
   * @param paced whether the wall clock follows the time stamps, and not the other way round
   * @param said told in words when stamps are not what they should be
   */
  LiveClock(FrameRate rate, boolean paced, Consumer<String> said) {
    frameUs = 1e6 / rate.perSecond();
    this.paced = paced;
    this.said = said;
  }

  /**
   * Goes on to the next frame.
   *
   * @param stampUs its time stamp, if it has one
   * @param nowUs the wall clock, in microseconds since 1970
   */
  void advance(OptionalLong stampUs, long nowUs) {
    if (index < 0) {
      lastStampUs = stampUs.orElse(0);
      startUs = nowUs;
      index = 0;
    } else {
      long step = stepUs(stampUs, nowUs);
      timeUs += step;
      moveOn(step);
      if (!paced) {
        startUs = Math.min(startUs + DRIFT * step, nowUs - timeUs);
      }
    }
    lastNowUs = nowUs;
  }

  private long stepUs(OptionalLong stampUs, long nowUs) {
    long frame = Math.round(frameUs);
    if (stampUs.isEmpty()) {
      return paced ? frame : Math.max(frame, nowUs - lastNowUs - frame);
    }
    long step = stampUs.getAsLong() - lastStampUs;
    long passed = nowUs - lastNowUs;
    lastStampUs = stampUs.getAsLong();
    if (step <= 0 && step > -JUMP_US) {
      repeats();
      return Math.max(1, Math.round(frameUs / 10));
    }
    if (step < 0 || step > JUMP_US + (paced ? 0 : passed)) {
      said.accept("the time stamps jump by %.1f s; the time goes on".formatted(step / 1e6));
      return paced ? frame : Math.max(frame, passed);
    }
    return step;
  }

  /** Said at the first and then ever more rarely. */
  private void repeats() {
    repeated++;
    if (Long.bitCount(repeated) == 1) {
      said.accept("time stamps repeat or go back, so far " + repeated + " times");
    }
  }

  private void moveOn(long stepUs) {
    double ahead = deviation + stepUs / frameUs - 1;
    long gap = ahead > PLAY ? Math.round(ahead) : 0;
    index += 1 + gap;
    deviation = MEMORY * Math.max(-PLAY, ahead - gap);
  }

  long index() {
    return index;
  }

  long timeUs() {
    return timeUs;
  }

  /** The time of the frame on the wall clock, in microseconds since 1970. */
  long captureTimeUs() {
    return Math.round(startUs) + timeUs;
  }
}
