package dev.pixelwatch.tools.attach.align;

import dev.pixelwatch.media.LiveFrame;
import dev.pixelwatch.monitor.Side;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Frames belong together that were captured at the same time, give or take a tolerance. */
public final class TimeAlignment implements Alignment {
  /** Share of the frames that may lie outside the tolerance. */
  private static final double MOST_OUTSIDE = 0.5;

  private static final double WEIGHT = 0.05;

  private final double frameUs;
  private final double toleranceUs;
  private final boolean ownTime;
  private double referenceStartUs = Double.NaN;
  private double outside;
  private boolean seenProcessed;
  private long offset;

  /**
   * @param framesPerSecond of the reference
   * @param ownTime whether the time stamps of the inputs count, as for two files of one recording,
   *     and not when their frames came
   */
  public TimeAlignment(double framesPerSecond, Duration tolerance, boolean ownTime) {
    frameUs = 1e6 / framesPerSecond;
    toleranceUs = TimeUnit.NANOSECONDS.toMicros(tolerance.toNanos());
    this.ownTime = ownTime;
  }

  @Override
  public void observe(Side side, LiveFrame frame) {
    if (side == Side.REFERENCE) {
      referenceStartUs = timeUs(frame) - frame.index() * frameUs;
    } else if (!Double.isNaN(referenceStartUs)) {
      boolean near = number(side, frame).isPresent();
      outside += WEIGHT * ((near ? 0 : 1) - outside);
      seenProcessed = true;
      offset = frame.index() - position(frame);
    }
  }

  @Override
  public Standing standing() {
    if (Double.isNaN(referenceStartUs) || !seenProcessed) {
      return Standing.aligning("waiting for the first frames of both sides");
    }
    if (outside > MOST_OUTSIDE) {
      return Standing.unaligned(
          "the capture times lie further apart than %.0f ms".formatted(toleranceUs / 1e3),
          Optional.empty());
    }
    return Standing.aligned(Math.toIntExact(offset), Optional.empty());
  }

  @Override
  public OptionalLong number(Side side, LiveFrame frame) {
    if (side == Side.REFERENCE) {
      return OptionalLong.of(frame.index());
    }
    double distanceUs = timeUs(frame) - referenceStartUs - position(frame) * frameUs;
    return Math.abs(distanceUs) <= toleranceUs
        ? OptionalLong.of(position(frame))
        : OptionalLong.empty();
  }

  private long position(LiveFrame frame) {
    return Math.round((timeUs(frame) - referenceStartUs) / frameUs);
  }

  private long timeUs(LiveFrame frame) {
    return ownTime ? frame.timeUs() : frame.captureTimeUs();
  }

  @Override
  public void restart() {
    referenceStartUs = Double.NaN;
    seenProcessed = false;
    outside = 0;
  }
}
