package dev.pixelwatch.tools.record.process;

import dev.pixelwatch.media.FrameRate;
import java.util.List;

/** The frame rate that follows from capture times. */
final class ReferenceRate {
  /** How far a usual rate may be from the measured one, as a part of it. */
  private static final double PLAY = 4e-4;

  private static final List<FrameRate> USUAL =
      List.of(
          FrameRate.of(10),
          FrameRate.of(15),
          new FrameRate(24000, 1001),
          FrameRate.of(24),
          FrameRate.of(25),
          new FrameRate(30000, 1001),
          FrameRate.of(30),
          FrameRate.of(50),
          new FrameRate(60000, 1001),
          FrameRate.of(60));

  private ReferenceRate() {}

  /**
   * The rate of frames from a first to a last number and capture time.
   *
   * @return 30 where the times do not tell
   */
  static FrameRate of(long firstNumber, long firstTimeUs, long lastNumber, long lastTimeUs) {
    double perSecond = (lastNumber - firstNumber) * 1e6 / (lastTimeUs - firstTimeUs);
    if (!(perSecond >= 0.01 && perSecond <= 10_000)) {
      return FrameRate.of(30);
    }
    return USUAL.stream()
        .filter(rate -> Math.abs(rate.perSecond() / perSecond - 1) < PLAY)
        .findFirst()
        .orElseGet(() -> new FrameRate((int) Math.max(1, Math.round(1000 * perSecond)), 1000));
  }
}
