package dev.pixelwatch.core.metric;

import dev.pixelwatch.core.RgbImage;

/**
 * The gradient magnitude similarity deviation (Xue, Zhang, Mou and Bovik, "Gradient Magnitude
 * Similarity Deviation: A Highly Efficient Perceptual Image Quality Index", IEEE Transactions on
 * Image Processing 23(2), 2014), on luma at half resolution.
 */
final class Gmsd {
  /** Stability constant for samples of 0..255. */
  private static final float C = 170;

  private Gmsd() {}

  static double of(RgbImage reference, RgbImage distorted) {
    float[] r = Plane.luma(reference).reduced(2).gradient().samples();
    float[] d = Plane.luma(distorted).reduced(2).gradient().samples();
    double[] similarity = new double[r.length];
    double sum = 0;
    for (int i = 0; i < r.length; i++) {
      similarity[i] = Similarity.of(r[i], d[i], C);
      sum += similarity[i];
    }
    double mean = sum / r.length;
    double squares = 0;
    for (double value : similarity) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (r.length - 1));
  }
}
