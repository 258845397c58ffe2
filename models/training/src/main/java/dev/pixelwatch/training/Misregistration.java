package dev.pixelwatch.training;

import dev.pixelwatch.core.Picture;
import java.util.SplittableRandom;

/**
 * A small shift of the whole processed frame against its reference, as between two captures of one
 * scene. The map says nothing of it: it is no distortion, and must not be read as one.
 */
public final class Misregistration {
  private Misregistration() {}

  /** The picture moved by up to one pixel on each axis, by whole pixels in half of the cases. */
  static Picture shift(Picture picture, SplittableRandom random) {
    boolean whole = random.nextBoolean();
    double right = whole ? random.nextInt(3) - 1 : random.nextDouble() - 0.5;
    double down = whole ? random.nextInt(3) - 1 : random.nextDouble() - 0.5;
    return shift(picture, right, down);
  }

  /** The picture moved by so many pixels, -1..1 on each axis; its edge samples are repeated. */
  public static Picture shift(Picture picture, double right, double down) {
    int cw = picture.chromaWidth();
    int ch = picture.chromaHeight();
    return new Picture(
        picture.width(),
        picture.height(),
        shift(picture.luma(), picture.width(), picture.height(), right, down),
        shift(picture.cb(), cw, ch, right / 2, down / 2),
        shift(picture.cr(), cw, ch, right / 2, down / 2),
        picture.matrix(),
        picture.range());
  }

  private static byte[] shift(byte[] plane, int width, int height, double right, double down) {
    float[] across = new float[plane.length];
    float[] taps = taps(right);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float sum = 0;
        for (int k = 0; k < taps.length; k++) {
          sum += taps[k] * (plane[y * width + clamp(x + k - 2, width)] & 0xff);
        }
        across[y * width + x] = sum;
      }
    }
    byte[] out = new byte[plane.length];
    taps = taps(down);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float sum = 0;
        for (int k = 0; k < taps.length; k++) {
          sum += taps[k] * across[clamp(y + k - 2, height) * width + x];
        }
        out[y * width + x] = (byte) Math.min(255, Math.max(0, Math.round(sum)));
      }
    }
    return out;
  }

  /** Weights of the samples 2 before to 2 behind, for a shift of -1..1 (cubic, Keys 1981). */
  private static float[] taps(double shift) {
    float[] taps = new float[5];
    for (int k = 0; k < taps.length; k++) {
      double d = Math.abs(k - 2 + shift);
      taps[k] =
          (float)
              (d <= 1
                  ? (1.5 * d - 2.5) * d * d + 1
                  : d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0);
    }
    return taps;
  }

  private static int clamp(int i, int n) {
    return Math.min(n - 1, Math.max(0, i));
  }
}
