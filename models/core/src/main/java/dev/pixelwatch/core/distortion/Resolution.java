package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;

/**
 * A picture that was smaller and has been enlarged: means over areas on the way down, cubic
 * convolution (Keys 1981) on the way up, whose overshoot leaves faint halos.
 */
final class Resolution {
  private Resolution() {}

  /** Down and up again by {@code factor} on both axes. */
  static RgbImage lower(RgbImage image, double factor, SplittableRandom random) {
    double sharpness = -0.5 - 0.4 * random.nextDouble();
    int w = image.width();
    int h = image.height();
    RgbImage out = new RgbImage(w, h);
    float[] column = new float[h];
    for (int plane = 0; plane < 3; plane++) {
      float[] to = out.planes()[plane];
      System.arraycopy(image.planes()[plane], 0, to, 0, to.length);
      float[] row = new float[w];
      for (int y = 0; y < h; y++) {
        System.arraycopy(to, y * w, row, 0, w);
        System.arraycopy(downAndUp(row, factor, sharpness), 0, to, y * w, w);
      }
      for (int x = 0; x < w; x++) {
        for (int y = 0; y < h; y++) {
          column[y] = to[y * w + x];
        }
        float[] done = downAndUp(column, factor, sharpness);
        for (int y = 0; y < h; y++) {
          to[y * w + x] = Math.min(1, Math.max(0, done[y]));
        }
      }
    }
    return out;
  }

  private static float[] downAndUp(float[] line, double factor, double sharpness) {
    float[] small = areaMeans(line, factor);
    float[] out = new float[line.length];
    for (int i = 0; i < out.length; i++) {
      double position = (i + 0.5) / factor - 0.5;
      int left = (int) Math.floor(position);
      double sum = 0;
      for (int tap = left - 1; tap <= left + 2; tap++) {
        float sample = small[Math.min(small.length - 1, Math.max(0, tap))];
        sum += sample * cubic(Math.abs(position - tap), sharpness);
      }
      out[i] = (float) sum;
    }
    return out;
  }

  private static float[] areaMeans(float[] line, double factor) {
    // Rounding must not leave a last sample of no width where the factor divides the length.
    float[] small = new float[Math.max(1, (int) Math.ceil(line.length / factor - 1e-9))];
    for (int i = 0; i < small.length; i++) {
      double from = i * factor;
      double to = Math.min(line.length, from + factor);
      double sum = 0;
      for (int j = (int) from; j < to; j++) {
        sum += line[j] * (Math.min(to, j + 1) - Math.max(from, j));
      }
      small[i] = (float) (sum / (to - from));
    }
    return small;
  }

  /** The kernel of cubic convolution at a distance of 0..2 samples; its weights sum to 1. */
  private static double cubic(double d, double a) {
    return d <= 1
        ? ((a + 2) * d - (a + 3)) * d * d + 1
        : d < 2 ? ((a * d - 5 * a) * d + 8 * a) * d - 4 * a : 0;
  }
}
