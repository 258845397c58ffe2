package dev.pixelwatch.core.distortion;

import java.util.Arrays;

/** Separable filters on one plane; beyond the border the outermost sample repeats. */
final class Filters {
  private Filters() {}

  /** Gaussian low pass of {@code sigma} pixels, cut at three sigma. */
  static float[] gaussian(float[] plane, int width, int height, double sigma) {
    int radius = Math.max(1, (int) Math.ceil(3 * sigma));
    float[] kernel = new float[2 * radius + 1];
    double sum = 0;
    for (int i = -radius; i <= radius; i++) {
      double tap = Math.exp(-i * i / (2 * sigma * sigma));
      kernel[i + radius] = (float) tap;
      sum += tap;
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= (float) sum;
    }
    return separable(plane, width, height, kernel);
  }

  /** Mean over a square of {@code 2 radius + 1} pixels. */
  static float[] box(float[] plane, int width, int height, int radius) {
    float[] kernel = new float[2 * radius + 1];
    Arrays.fill(kernel, 1f / kernel.length);
    return separable(plane, width, height, kernel);
  }

  private static float[] separable(float[] plane, int width, int height, float[] kernel) {
    int radius = kernel.length / 2;
    float[] across = new float[plane.length];
    float[] padded = new float[width + 2 * radius];
    float[] line = new float[width];
    for (int y = 0; y < height; y++) {
      Arrays.fill(padded, 0, radius, plane[y * width]);
      System.arraycopy(plane, y * width, padded, radius, width);
      Arrays.fill(padded, radius + width, padded.length, plane[y * width + width - 1]);
      Arrays.fill(line, 0);
      for (int k = 0; k < kernel.length; k++) {
        accumulate(line, 0, padded, k, width, kernel[k]);
      }
      System.arraycopy(line, 0, across, y * width, width);
    }
    float[] out = new float[plane.length];
    for (int y = 0; y < height; y++) {
      for (int k = 0; k < kernel.length; k++) {
        int from = Math.min(height - 1, Math.max(0, y + k - radius));
        accumulate(out, y * width, across, from * width, width, kernel[k]);
      }
    }
    return out;
  }

  /** Adds {@code count} samples times a factor; simple enough for the compiler to vectorise. */
  static void accumulate(float[] to, int toStart, float[] from, int start, int count, float f) {
    for (int x = 0; x < count; x++) {
      to[toStart + x] += f * from[start + x];
    }
  }
}
