package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.DistortionMap;
import java.util.SplittableRandom;

/**
 * Gradient noise (Perlin, SIGGRAPH 1985, with the quintic fade of 2002), summed over octaves of
 * half the amplitude and twice the frequency, none but the first finer than half a map cell.
 */
final class PerlinNoise {
  private static final int OCTAVES = 3;

  /** Pixels, half a map cell: what varies faster is texture, and no place. */
  private static final double FINEST = DistortionMap.CELL / 2.0;

  private PerlinNoise() {}

  /**
   * A field of noise about 0, row by row.
   *
   * @param scale distance of two lattice points of the first octave, pixels
   */
  static float[] field(int width, int height, double scale, SplittableRandom random) {
    float[] field = new float[width * height];
    double amplitude = 1;
    for (int octave = 0; octave < OCTAVES && (octave == 0 || scale >= FINEST); octave++) {
      add(field, width, height, scale, (float) amplitude, random);
      amplitude /= 2;
      scale /= 2;
    }
    return field;
  }

  private static void add(
      float[] field,
      int width,
      int height,
      double scale,
      float amplitude,
      SplittableRandom random) {
    double startX = random.nextDouble();
    double startY = random.nextDouble();
    int columns = (int) (startX + width / scale) + 2;
    int rows = (int) (startY + height / scale) + 2;
    float[] gx = new float[columns * rows];
    float[] gy = new float[columns * rows];
    for (int i = 0; i < gx.length; i++) {
      double angle = 2 * Math.PI * random.nextDouble();
      gx[i] = (float) Math.cos(angle);
      gy[i] = (float) Math.sin(angle);
    }
    int[] lattice = new int[width];
    float[] offset = new float[width];
    float[] fades = new float[width];
    for (int x = 0; x < width; x++) {
      double u = startX + x / scale;
      lattice[x] = (int) u;
      offset[x] = (float) (u - lattice[x]);
      fades[x] = fade(offset[x]);
    }
    for (int y = 0; y < height; y++) {
      double v = startY + y / scale;
      int row = (int) v;
      float fy = (float) (v - row);
      float fadeY = fade(fy);
      for (int x = 0; x < width; x++) {
        float fx = offset[x];
        float fadeX = fades[x];
        int i = row * columns + lattice[x];
        int j = i + columns;
        float top0 = gx[i] * fx + gy[i] * fy;
        float top1 = gx[i + 1] * (fx - 1) + gy[i + 1] * fy;
        float low0 = gx[j] * fx + gy[j] * (fy - 1);
        float low1 = gx[j + 1] * (fx - 1) + gy[j + 1] * (fy - 1);
        float top = top0 + fadeX * (top1 - top0);
        float low = low0 + fadeX * (low1 - low0);
        field[y * width + x] += amplitude * (top + fadeY * (low - top));
      }
    }
  }

  private static float fade(float t) {
    return t * t * t * (t * (6 * t - 15) + 10);
  }
}
