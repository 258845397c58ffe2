package dev.pixelwatch.core.metric;

import dev.pixelwatch.core.RgbImage;

/** The peak signal-to-noise ratio of luma: 10 log10(255^2 / mean squared error). */
final class Psnr {
  private static final double PEAK = 255;

  private Psnr() {}

  static double of(RgbImage reference, RgbImage distorted) {
    float[] r = Plane.luma(reference).samples();
    float[] d = Plane.luma(distorted).samples();
    double squares = 0;
    for (int i = 0; i < r.length; i++) {
      double difference = r[i] - d[i];
      squares += difference * difference;
    }
    return 10 * Math.log10(PEAK * PEAK * r.length / squares);
  }
}
