package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Where a distortion lies: a weight in 0..1 for each pixel. */
final class Mask {
  /** Share of the frame that a drawn mask covers, least and greatest. */
  private static final double MIN_COVERAGE = 0.05;

  private static final double MAX_COVERAGE = 0.9;

  private final int width;
  private final int height;
  private final float[] weights;

  private Mask(int width, int height, float[] weights) {
    this.width = width;
    this.height = height;
    this.weights = weights;
  }

  static Mask whole(int width, int height) {
    float[] weights = new float[width * height];
    Arrays.fill(weights, 1);
    return new Mask(width, height, weights);
  }

  /**
   * A mask of random scale (a map cell to the whole frame, even on a logarithmic scale), coverage
   * and softness. Smaller spots would be texture: exposure that differs from pixel to pixel is
   * noise.
   */
  static Mask draw(int width, int height, SplittableRandom random) {
    double least = DistortionMap.CELL;
    double most = Math.max(least, Math.max(width, height));
    double scale = least * Math.pow(most / least, random.nextDouble());
    double coverage = MIN_COVERAGE + (MAX_COVERAGE - MIN_COVERAGE) * random.nextDouble();
    return perlin(width, height, scale, coverage, random.nextDouble(), random);
  }

  /**
   * @param scale size of a spot, pixels
   * @param coverage share of the frame where the weight is above a half
   * @param softness 0 for hard edges, 1 for edges as wide as a spot
   */
  static Mask perlin(
      int width,
      int height,
      double scale,
      double coverage,
      double softness,
      SplittableRandom random) {
    float[] field = PerlinNoise.field(width, height, scale, random);
    float level = quantile(field, 1 - coverage);
    double spread = 0;
    for (float v : field) {
      spread += v * v;
    }
    float edge = (float) ((0.02 + softness) * Math.sqrt(spread / field.length));
    for (int i = 0; i < field.length; i++) {
      float t = Math.min(1, Math.max(0, (field[i] - level) / (2 * edge) + 0.5f));
      field[i] = t * t * (3 - 2 * t);
    }
    return new Mask(width, height, field);
  }

  private static float quantile(float[] field, double share) {
    int stride = Math.max(1, field.length / 2048 | 1);
    float[] some = new float[(field.length + stride - 1) / stride];
    for (int i = 0; i < some.length; i++) {
      some[i] = field[i * stride];
    }
    Arrays.sort(some);
    return some[(int) Math.min(some.length - 1, Math.max(0, share * some.length))];
  }

  /** The mask made all or nothing, whole map cells at a time. */
  Mask byCell() {
    int columns = DistortionMap.cells(width);
    float[] means = cellMeans();
    float[] hard = new float[weights.length];
    for (int i = 0; i < hard.length; i++) {
      int cell = i / width / DistortionMap.CELL * columns + i % width / DistortionMap.CELL;
      hard[i] = means[cell] >= 0.5f ? 1 : 0;
    }
    return new Mask(width, height, hard);
  }

  /** Mean weight of each map cell. */
  float[] cellMeans() {
    return Cells.means(width, height, weights);
  }

  float weight(int i) {
    return weights[i];
  }

  /** {@code distorted} where the weight is 1, {@code input} itself where it is 0. */
  RgbImage blend(RgbImage input, RgbImage distorted) {
    RgbImage out = new RgbImage(width, height);
    for (int plane = 0; plane < 3; plane++) {
      float[] from = input.planes()[plane];
      float[] full = distorted.planes()[plane];
      float[] to = out.planes()[plane];
      for (int i = 0; i < to.length; i++) {
        to[i] = from[i] + weights[i] * (full[i] - from[i]);
      }
    }
    return out;
  }

  /** As the other {@code blend}; a chroma sample takes the weight of its upper left pixel. */
  Picture blend(Picture input, Picture distorted) {
    byte[] luma = new byte[weights.length];
    for (int i = 0; i < luma.length; i++) {
      luma[i] = mix(input.luma()[i], distorted.luma()[i], weights[i]);
    }
    byte[] cb = new byte[input.cb().length];
    byte[] cr = new byte[cb.length];
    for (int c = 0; c < cb.length; c++) {
      int x = c % input.chromaWidth();
      float weight = weights[2 * (c / input.chromaWidth()) * width + 2 * x];
      cb[c] = mix(input.cb()[c], distorted.cb()[c], weight);
      cr[c] = mix(input.cr()[c], distorted.cr()[c], weight);
    }
    return new Picture(width, height, luma, cb, cr, input.matrix(), input.range());
  }

  private static byte mix(byte from, byte to, float weight) {
    int a = from & 0xff;
    return (byte) Math.round(a + weight * ((to & 0xff) - a));
  }
}
