package dev.pixelwatch.monitor;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import java.util.Arrays;

/** Small frames of one grey. */
final class TestFrames {
  static final int WIDTH = 48;
  static final int HEIGHT = 32;

  private TestFrames() {}

  static Picture grey(int level) {
    return grey(level, WIDTH, HEIGHT);
  }

  static Picture grey(int level, int width, int height) {
    byte[] luma = new byte[width * height];
    byte[] cb = new byte[Picture.half(width) * Picture.half(height)];
    Arrays.fill(luma, (byte) level);
    Arrays.fill(cb, (byte) 128);
    return new Picture(
        width, height, luma, cb, cb.clone(), ColourMatrix.BT709, ColourRange.LIMITED);
  }

  static FrameIdentity identity(long frameNumber) {
    return identity("camera", frameNumber);
  }

  static FrameIdentity identity(String stream, long frameNumber) {
    return new FrameIdentity(stream, "isp", "7", frameNumber, 40_000 * frameNumber);
  }
}
