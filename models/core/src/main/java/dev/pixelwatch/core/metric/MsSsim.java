package dev.pixelwatch.core.metric;

import dev.pixelwatch.core.RgbImage;

/**
 * The structural similarity on five scales (Wang, Simoncelli and Bovik, "Multi-Scale Structural
 * Similarity for Image Quality Assessment", Asilomar Conference on Signals, Systems and Computers,
 * 2003). Luminance enters at the coarsest scale only. A negative mean, as an inverted image has,
 * counts as 0.
 */
final class MsSsim {
  private static final double[] WEIGHTS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};

  /** The window must fit into the coarsest scale. */
  static final int SMALLEST_SIDE = Ssim.WINDOW << (WEIGHTS.length - 1);

  private MsSsim() {}

  static double of(RgbImage reference, RgbImage distorted) {
    Plane r = Plane.luma(reference);
    Plane d = Plane.luma(distorted);
    int coarsest = WEIGHTS.length - 1;
    double product = 1;
    for (int scale = 0; scale < coarsest; scale++) {
      product *= power(Ssim.means(r, d).contrastStructure(), WEIGHTS[scale]);
      r = r.reduced(2);
      d = d.reduced(2);
    }
    return product * power(Ssim.means(r, d).ssim(), WEIGHTS[coarsest]);
  }

  private static double power(double mean, double weight) {
    return Math.pow(Math.max(0, mean), weight);
  }
}
