package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;

/**
 * Sampling without a low pass: jagged edges, moire, zippers along edges. Dropping one sample in ten
 * is already nearly as ugly as dropping half of them, so below a factor of 2 the result is mixed
 * with the input in a share of factor - 1.
 */
final class Aliasing {
  private Aliasing() {}

  /** Nearest neighbour down and up again by {@code factor} on both axes. */
  static RgbImage nearest(RgbImage image, double factor, SplittableRandom random) {
    return resample(image, factor, factor, random.nextDouble());
  }

  /** Only every {@code factor}-th line is read, as by sensors that skip lines for video. */
  static RgbImage lineSkipping(RgbImage image, double factor, SplittableRandom random) {
    return resample(image, 1, factor, random.nextDouble());
  }

  /** The error of a bilinear demosaic without an optical low pass, {@code gain} times. */
  static RgbImage zipper(RgbImage image, double gain, SplittableRandom random) {
    RgbImage demosaiced =
        BayerMosaic.demosaic(BayerMosaic.sample(image), image.width(), image.height());
    for (int plane = 0; plane < 3; plane++) {
      float[] from = image.planes()[plane];
      float[] to = demosaiced.planes()[plane];
      for (int i = 0; i < to.length; i++) {
        to[i] = Math.min(1, Math.max(0, from[i] + (float) gain * (to[i] - from[i])));
      }
    }
    return demosaiced;
  }

  private static RgbImage resample(RgbImage image, double across, double down, double phase) {
    int w = image.width();
    int[] columns = nearestSamples(w, across, phase);
    int[] rows = nearestSamples(image.height(), down, phase);
    float share = (float) Math.min(1, Math.max(across, down) - 1);
    RgbImage out = new RgbImage(w, image.height());
    for (int plane = 0; plane < 3; plane++) {
      float[] from = image.planes()[plane];
      float[] to = out.planes()[plane];
      for (int y = 0; y < rows.length; y++) {
        for (int x = 0; x < w; x++) {
          float input = from[y * w + x];
          to[y * w + x] = input + share * (from[rows[y] * w + columns[x]] - input);
        }
      }
    }
    return out;
  }

  /** For each sample of the result the index of the input sample that it repeats. */
  private static int[] nearestSamples(int n, double factor, double phase) {
    int[] samples = new int[n];
    for (int i = 0; i < n; i++) {
      double kept = Math.floor(i / factor + phase);
      samples[i] =
          (int) Math.min(n - 1, Math.max(0, Math.round((kept + 0.5 - phase) * factor - 0.5)));
    }
    return samples;
  }
}
