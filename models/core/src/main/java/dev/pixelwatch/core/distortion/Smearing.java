package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.RgbImage;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Strong denoising of luma: texture goes, edges stay. */
final class Smearing {
  private static final int RADIUS = 3;

  private Smearing() {}

  /**
   * Twice the self-guided filter of He et al. (IEEE TPAMI 2013); variation below {@code contrast}
   * goes.
   */
  static RgbImage guided(RgbImage image, double contrast, SplittableRandom random) {
    float[] before = Luma.of(image);
    float epsilon = (float) (contrast * contrast);
    float[] once = guided(before, image.width(), image.height(), epsilon);
    return Luma.replace(image, before, guided(once, image.width(), image.height(), epsilon));
  }

  private static float[] guided(float[] luma, int width, int height, float epsilon) {
    int n = luma.length;
    float[] squares = new float[n];
    for (int i = 0; i < n; i++) {
      squares[i] = luma[i] * luma[i];
    }
    float[] mean = Filters.box(luma, width, height, RADIUS);
    float[] power = Filters.box(squares, width, height, RADIUS);
    float[] slope = new float[n];
    float[] offset = new float[n];
    for (int i = 0; i < n; i++) {
      float variance = Math.max(0, power[i] - mean[i] * mean[i]);
      slope[i] = variance / (variance + epsilon);
      offset[i] = mean[i] * (1 - slope[i]);
    }
    float[] a = Filters.box(slope, width, height, RADIUS);
    float[] b = Filters.box(offset, width, height, RADIUS);
    for (int i = 0; i < n; i++) {
      b[i] += a[i] * luma[i];
    }
    return b;
  }

  /**
   * A bilateral filter (Tomasi and Manduchi, ICCV 1998) whose range kernel is the square of a
   * Cauchy kernel of width {@code contrast}, which needs no exponential.
   */
  static RgbImage bilateral(RgbImage image, double contrast, SplittableRandom random) {
    int w = image.width();
    int h = image.height();
    float[] luma = Luma.of(image);
    float[] sum = luma.clone();
    float[] weight = new float[luma.length];
    Arrays.fill(weight, 1);
    float sharpness = (float) (1 / (contrast * contrast));
    for (int dy = -RADIUS; dy <= RADIUS; dy++) {
      for (int dx = -RADIUS; dx <= RADIUS; dx++) {
        int distance = dx * dx + dy * dy;
        if (distance > 0 && distance <= RADIUS * RADIUS + 1) {
          gather(luma, w, h, dx, dy, sharpness, sum, weight);
        }
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= weight[i];
    }
    return Luma.replace(image, luma, sum);
  }

  /**
   * A separable median filter (Narendra, IEEE TPAMI 1981).
   *
   * @param radius pixels; between two whole ones lies a mixture of both
   */
  static RgbImage median(RgbImage image, double radius, SplittableRandom random) {
    float[] luma = Luma.of(image);
    int less = (int) radius;
    float[] narrow = median(luma, image.width(), image.height(), less);
    float[] wide = median(luma, image.width(), image.height(), less + 1);
    float share = (float) (radius - less);
    for (int i = 0; i < luma.length; i++) {
      wide[i] = narrow[i] + share * (wide[i] - narrow[i]);
    }
    return Luma.replace(image, luma, wide);
  }

  private static float[] median(float[] plane, int width, int height, int radius) {
    float[] across = new float[plane.length];
    float[] out = new float[plane.length];
    float[] window = new float[2 * radius + 1];
    for (int i = 0; i < plane.length; i++) {
      int row = i / width * width;
      across[i] = median(plane, row, 1, width, i - row, window);
    }
    for (int i = 0; i < plane.length; i++) {
      out[i] = median(across, i % width, width, height, i / width, window);
    }
    return out;
  }

  /** Of the samples around number {@code at} of a line; beyond its ends the outermost repeats. */
  private static float median(
      float[] plane, int start, int stride, int count, int at, float[] window) {
    int radius = window.length / 2;
    for (int k = 0; k < window.length; k++) {
      int from = Math.min(count - 1, Math.max(0, at + k - radius));
      window[k] = plane[start + from * stride];
    }
    Arrays.sort(window);
    return window[radius];
  }

  private static void gather(
      float[] luma, int w, int h, int dx, int dy, float sharpness, float[] sum, float[] weight) {
    int first = Math.max(0, -dx);
    int last = Math.min(w, w - dx);
    for (int y = Math.max(0, -dy); y < Math.min(h, h - dy); y++) {
      int row = y * w;
      int other = (y + dy) * w + dx;
      for (int x = first; x < last; x++) {
        float sample = luma[other + x];
        float step = sample - luma[row + x];
        float k = 1 / (1 + step * step * sharpness);
        k *= k;
        sum[row + x] += k * sample;
        weight[row + x] += k;
      }
    }
  }
}
