package dev.pixelwatch.core.scene;

import dev.pixelwatch.core.Picture;
import java.util.Random;

/** Faint noise on luma, new in every frame, as any camera has. */
final class SensorGrain {
  private static final int TABLE = 1 << 16;
  private final byte[] values = new byte[TABLE];
  private final Noise rows;

  /**
   * @param deviation standard deviation in code values of 8 bits
   */
  SensorGrain(long seed, double deviation) {
    Random random = new Random(seed);
    for (int i = 0; i < TABLE; i++) {
      values[i] =
          (byte) Math.round(Math.max(-127, Math.min(127, deviation * random.nextGaussian())));
    }
    rows = new Noise(seed);
  }

  /** Adds the grain of this frame number; every row starts at a random place in the table. */
  void addTo(Picture frame, long number) {
    byte[] luma = frame.luma();
    for (int y = 0; y < frame.height(); y++) {
      int start = (int) (TABLE * rows.at(y, (int) number));
      for (int x = 0; x < frame.width(); x++) {
        int i = y * frame.width() + x;
        int level = (luma[i] & 0xff) + values[(start + x) & (TABLE - 1)];
        luma[i] = (byte) Math.max(16, Math.min(235, level));
      }
    }
  }
}
