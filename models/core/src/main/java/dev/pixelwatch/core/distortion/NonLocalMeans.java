package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.RgbImage;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Denoising by the means of places that look alike (Buades et al., CVPR 2005), on luma. */
final class NonLocalMeans {
  /** How far alike places are looked for, pixels. */
  private static final int SEARCH = 4;

  /** Radius of what must look alike, pixels. */
  private static final int PATCH = 2;

  /** Beyond the border the outermost sample repeats, so that every patch is whole. */
  private static final int MARGIN = SEARCH + PATCH;

  private final int width;
  private final int height;
  private final float[] luma;
  private final float[] sum;
  private final float[] weight;

  private NonLocalMeans(float[] plane, int width, int height) {
    this.width = width + 2 * MARGIN;
    this.height = height + 2 * MARGIN;
    luma = new float[this.width * this.height];
    for (int i = 0; i < luma.length; i++) {
      int x = Math.min(width - 1, Math.max(0, i % this.width - MARGIN));
      int y = Math.min(height - 1, Math.max(0, i / this.width - MARGIN));
      luma[i] = plane[y * width + x];
    }
    sum = luma.clone();
    weight = new float[luma.length];
    Arrays.fill(weight, 1);
  }

  /**
   * The kernel is the square of a Cauchy kernel, as in {@link Smearing#bilateral}.
   *
   * @param contrast root mean square difference of two patches that still count as alike
   */
  static RgbImage smear(RgbImage image, double contrast, SplittableRandom random) {
    float[] luma = Luma.of(image);
    NonLocalMeans means = new NonLocalMeans(luma, image.width(), image.height());
    float sharpness = (float) (1 / (contrast * contrast));
    // Two places are as alike as the other way round, so half of the directions will do.
    for (int dy = 0; dy <= SEARCH; dy++) {
      for (int dx = dy == 0 ? 1 : -SEARCH; dx <= SEARCH; dx++) {
        means.gather(dx, dy, sharpness);
      }
    }
    return Luma.replace(image, luma, means.result(image.width(), image.height()));
  }

  private void gather(int dx, int dy, float sharpness) {
    int first = Math.max(0, -dx);
    int last = Math.min(width, width - dx);
    float[] squares = new float[luma.length];
    for (int y = 0; y < height - dy; y++) {
      for (int x = first; x < last; x++) {
        int here = y * width + x;
        float step = luma[here + dy * width + dx] - luma[here];
        squares[here] = step * step;
      }
    }
    float[] distance = Filters.box(squares, width, height, PATCH);
    for (int y = 0; y < height - dy; y++) {
      for (int x = first; x < last; x++) {
        int here = y * width + x;
        int there = here + dy * width + dx;
        float k = 1 / (1 + distance[here] * sharpness);
        k *= k;
        sum[here] += k * luma[there];
        weight[here] += k;
        sum[there] += k * luma[here];
        weight[there] += k;
      }
    }
  }

  private float[] result(int columns, int rows) {
    float[] inner = new float[columns * rows];
    for (int i = 0; i < inner.length; i++) {
      int at = (i / columns + MARGIN) * width + i % columns + MARGIN;
      inner[i] = sum[at] / weight[at];
    }
    return inner;
  }
}
