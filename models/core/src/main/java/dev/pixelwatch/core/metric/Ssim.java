package dev.pixelwatch.core.metric;

import dev.pixelwatch.core.RgbImage;

/**
 * The structural similarity index (Wang et al., "Image Quality Assessment: From Error Visibility to
 * Structural Similarity", IEEE Transactions on Image Processing 13(4), 2004) at full resolution: a
 * Gaussian window of 11 x 11 with a deviation of 1.5 pixels, where it lies wholly inside.
 */
final class Ssim {
  static final int WINDOW = 11;

  private static final double DEVIATION = 1.5;
  private static final float C1 = (0.01f * 255) * (0.01f * 255);
  private static final float C2 = (0.03f * 255) * (0.03f * 255);
  private static final float[] KERNEL = kernel();

  private Ssim() {}

  /**
   * Means over the image.
   *
   * @param ssim of luminance, contrast and structure
   * @param contrastStructure of contrast and structure alone
   */
  record Means(double ssim, double contrastStructure) {}

  static double of(RgbImage reference, RgbImage distorted) {
    return means(Plane.luma(reference), Plane.luma(distorted)).ssim;
  }

  static Means means(Plane r, Plane d) {
    float[] meanR = r.filtered(KERNEL).samples();
    float[] meanD = d.filtered(KERNEL).samples();
    float[] rr = r.times(r).filtered(KERNEL).samples();
    float[] dd = d.times(d).filtered(KERNEL).samples();
    float[] rd = r.times(d).filtered(KERNEL).samples();
    double ssim = 0;
    double contrastStructure = 0;
    for (int i = 0; i < rr.length; i++) {
      float varianceR = rr[i] - meanR[i] * meanR[i];
      float varianceD = dd[i] - meanD[i] * meanD[i];
      float covariance = rd[i] - meanR[i] * meanD[i];
      double cs = (2 * covariance + C2) / (varianceR + varianceD + C2);
      contrastStructure += cs;
      ssim += cs * Similarity.of(meanR[i], meanD[i], C1);
    }
    return new Means(ssim / rr.length, contrastStructure / rr.length);
  }

  private static float[] kernel() {
    float[] kernel = new float[WINDOW];
    double sum = 0;
    for (int i = 0; i < WINDOW; i++) {
      double x = (i - WINDOW / 2) / DEVIATION;
      kernel[i] = (float) Math.exp(-x * x / 2);
      sum += kernel[i];
    }
    for (int i = 0; i < WINDOW; i++) {
      kernel[i] /= (float) sum;
    }
    return kernel;
  }
}
