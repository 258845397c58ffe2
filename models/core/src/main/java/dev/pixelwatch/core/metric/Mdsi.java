package dev.pixelwatch.core.metric;

import dev.pixelwatch.core.RgbImage;

/**
 * The mean deviation similarity index (Ziaei Nafchi et al., "Mean Deviation Similarity Index:
 * Efficient and Reliable Full-Reference Image Quality Evaluator", IEEE Access 4, 2016, section II).
 * It sees structure (gradients) and colour. 0 for identical images, greater is worse; strong
 * distortions reach about 0.6.
 */
public final class Mdsi {
  /** Stability constants for samples of 0..255. */
  private static final float C1 = 140;

  private static final float C2 = 55;
  private static final float C3 = 550;

  /** Weight of gradient against colour similarity. */
  private static final float ALPHA = 0.6f;

  private Mdsi() {}

  static double of(RgbImage reference, RgbImage distorted) {
    return of(
        reference,
        distorted,
        Math.max(1, Math.round(Math.min(reference.width(), reference.height()) / 256f)));
  }

  /**
   * The index of images of one size that are first reduced by a factor, which otherwise follows
   * from their size: side / 256.
   */
  public static double of(RgbImage reference, RgbImage distorted, int factor) {
    return meanDeviation(
        similarity(Opponent.of(reference, factor), Opponent.of(distorted, factor)));
  }

  private static float[] similarity(Opponent r, Opponent d) {
    float[] gradR = r.luminance.gradient().samples();
    float[] gradD = d.luminance.gradient().samples();
    float[] gradF = r.luminance.meanWith(d.luminance).gradient().samples();
    float[] similarity = new float[gradR.length];
    for (int i = 0; i < similarity.length; i++) {
      float gradients =
          Similarity.of(gradR[i], gradD[i], C1)
              + Similarity.of(gradD[i], gradF[i], C2)
              - Similarity.of(gradR[i], gradF[i], C2);
      similarity[i] = ALPHA * gradients + (1 - ALPHA) * colours(r, d, i);
    }
    return similarity;
  }

  private static float colours(Opponent r, Opponent d, int i) {
    float hr = r.h.samples()[i];
    float mr = r.m.samples()[i];
    float hd = d.h.samples()[i];
    float md = d.m.samples()[i];
    return (2 * (hr * hd + mr * md) + C3) / ((hr * hr + mr * mr) + (hd * hd + md * md) + C3);
  }

  /**
   * Mean absolute deviation of similarity ^ 1/4, to the power 1/4. A negative similarity has a
   * complex root, at 45 degrees.
   */
  private static double meanDeviation(float[] similarity) {
    double[] real = new double[similarity.length];
    double[] imaginary = new double[similarity.length];
    double sumReal = 0;
    double sumImaginary = 0;
    for (int i = 0; i < similarity.length; i++) {
      double root = Math.sqrt(Math.sqrt(Math.abs(similarity[i])));
      real[i] = similarity[i] < 0 ? root * Math.sqrt(0.5) : root;
      imaginary[i] = similarity[i] < 0 ? real[i] : 0;
      // Sums of differences from the first sample: exactly 0 for identical images.
      sumReal += real[i] - real[0];
      sumImaginary += imaginary[i] - imaginary[0];
    }
    double meanReal = real[0] + sumReal / similarity.length;
    double meanImaginary = imaginary[0] + sumImaginary / similarity.length;
    double deviation = 0;
    for (int i = 0; i < similarity.length; i++) {
      deviation += Math.hypot(real[i] - meanReal, imaginary[i] - meanImaginary);
    }
    return Math.sqrt(Math.sqrt(deviation / similarity.length));
  }

  /** Luminance and two opponent colours of a reduced image. */
  private record Opponent(Plane luminance, Plane h, Plane m) {

    static Opponent of(RgbImage image, int factor) {
      return new Opponent(
          Plane.luma(image).reduced(factor),
          Plane.weighted(image, 0.30f, 0.04f, -0.35f).reduced(factor),
          Plane.weighted(image, 0.34f, -0.60f, 0.17f).reduced(factor));
    }
  }
}
