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

  private final float[] luma;
  private final int width;
  private final int height;
  private final float[] sum;
  private final float[] weight;

  private NonLocalMeans(float[] luma, int width, int height) {
    this.luma = luma;
    this.width = width;
    this.height = height;
    this.sum = luma.clone();
    this.weight = new float[luma.length];
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
    for (int i = 0; i < luma.length; i++) {
      means.sum[i] /= means.weight[i];
    }
    return Luma.replace(image, luma, means.sum);
  }

  private void gather(int dx, int dy, float sharpness) {
    int first = Math.max(0, -dx);
    int last = Math.min(width, width - dx);
    float[] squares = new float[luma.length];
    for (int y = 0; y < height - dy; y++) {
      for (int x = first; x < last; x++) {
        float step = luma[(y + dy) * width + x + dx] - luma[y * width + x];
        squares[y * width + x] = step * step;
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
}
