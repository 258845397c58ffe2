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

  /** Exponent of the similarity, and of its mean deviation. */
  private static final double Q = 0.25;

  private Mdsi() {}

  /**
   * The index of a pair of images.
   *
   * @throws IllegalArgumentException if the sizes differ
   */
  public static double of(RgbImage reference, RgbImage distorted) {
    if (reference.width() != distorted.width() || reference.height() != distorted.height()) {
      throw new IllegalArgumentException(
          "images of %d x %d and %d x %d cannot be compared"
              .formatted(
                  reference.width(), reference.height(), distorted.width(), distorted.height()));
    }
    int factor = Math.max(1, Math.round(Math.min(reference.width(), reference.height()) / 256f));
    Opponent r = Opponent.of(reference, factor);
    Opponent d = Opponent.of(distorted, factor);
    return meanDeviation(similarity(r, d));
  }

  private static float[] similarity(Opponent r, Opponent d) {
    float[] fused = new float[r.luminance.length];
    for (int i = 0; i < fused.length; i++) {
      fused[i] = (r.luminance[i] + d.luminance[i]) / 2;
    }
    float[] gradR = Opponent.gradient(r.luminance, r.width, r.height);
    float[] gradD = Opponent.gradient(d.luminance, r.width, r.height);
    float[] gradF = Opponent.gradient(fused, r.width, r.height);
    for (int i = 0; i < fused.length; i++) {
      float gradients =
          alike(gradR[i], gradD[i], C1)
              + alike(gradD[i], gradF[i], C2)
              - alike(gradR[i], gradF[i], C2);
      float cross = r.h[i] * d.h[i] + r.m[i] * d.m[i];
      float power = (r.h[i] * r.h[i] + r.m[i] * r.m[i]) + (d.h[i] * d.h[i] + d.m[i] * d.m[i]);
      float colours = (2 * cross + C3) / (power + C3);
      fused[i] = ALPHA * gradients + (1 - ALPHA) * colours;
    }
    return fused;
  }

  private static float alike(float a, float b, float c) {
    return (2 * a * b + c) / (a * a + b * b + c);
  }

  /**
   * Mean absolute deviation of similarity ^ Q, to the power Q. A negative similarity has a complex
   * root, at 45 degrees for Q = 1/4.
   */
  private static double meanDeviation(float[] similarity) {
    double[] real = new double[similarity.length];
    double[] imaginary = new double[similarity.length];
    double sumReal = 0;
    double sumImaginary = 0;
    for (int i = 0; i < similarity.length; i++) {
      double root = Math.pow(Math.abs(similarity[i]), Q);
      double angle = similarity[i] < 0 ? Math.PI * Q : 0;
      real[i] = root * Math.cos(angle);
      imaginary[i] = root * Math.sin(angle);
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
    return Math.pow(deviation / similarity.length, Q);
  }

  /** Luminance and two opponent colours of a reduced image, on the scale 0..255. */
  @SuppressWarnings("ArrayRecordComponent") // A carrier between two steps, never compared.
  private record Opponent(int width, int height, float[] luminance, float[] h, float[] m) {

    static Opponent of(RgbImage image, int factor) {
      int w = (image.width() + factor - 1) / factor;
      int height = (image.height() + factor - 1) / factor;
      float[] luminance = new float[w * height];
      float[] h = new float[w * height];
      float[] m = new float[w * height];
      for (int i = 0; i < h.length; i++) {
        int x = i % w * factor;
        int y = i / w * factor;
        float r = 255 * blockMean(image, image.red(), x, y, factor);
        float g = 255 * blockMean(image, image.green(), x, y, factor);
        float b = 255 * blockMean(image, image.blue(), x, y, factor);
        luminance[i] = 0.2989f * r + 0.5870f * g + 0.1140f * b;
        h[i] = 0.30f * r + 0.04f * g - 0.35f * b;
        m[i] = 0.34f * r - 0.60f * g + 0.17f * b;
      }
      return new Opponent(w, height, luminance, h, m);
    }

    private static float blockMean(RgbImage image, float[] plane, int left, int top, int side) {
      int right = Math.min(image.width(), left + side);
      int bottom = Math.min(image.height(), top + side);
      float sum = 0;
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          sum += plane[y * image.width() + x];
        }
      }
      return sum / ((right - left) * (bottom - top));
    }

    /** Magnitude of the Prewitt gradient; beyond the border the outermost sample repeats. */
    static float[] gradient(float[] plane, int width, int height) {
      float[] magnitude = new float[plane.length];
      for (int y = 0; y < height; y++) {
        int up = Math.max(0, y - 1) * width;
        int row = y * width;
        int down = Math.min(height - 1, y + 1) * width;
        for (int x = 0; x < width; x++) {
          int l = Math.max(0, x - 1);
          int r = Math.min(width - 1, x + 1);
          float across =
              plane[up + r]
                  + plane[row + r]
                  + plane[down + r]
                  - plane[up + l]
                  - plane[row + l]
                  - plane[down + l];
          float along =
              plane[down + l]
                  + plane[down + x]
                  + plane[down + r]
                  - plane[up + l]
                  - plane[up + x]
                  - plane[up + r];
          magnitude[row + x] = (float) Math.hypot(across, along) / 3;
        }
      }
      return magnitude;
    }
  }
}
