package dev.pixelwatch.core.metric;

import dev.pixelwatch.core.RgbImage;

/**
 * The Haar wavelet-based perceptual similarity index (Reisenhofer, Bosse, Kutyniok and Wiegand, "A
 * Haar Wavelet-Based Perceptual Similarity Index for Image Quality Assessment", Signal Processing:
 * Image Communication 61, 2018), with colour (YIQ), at half resolution. Similarity is that of the
 * two finer of three Haar scales, weighted with the magnitude of the coarsest.
 */
final class HaarPsi {
  private static final float C = 30;
  private static final double ALPHA = 4.2;
  private static final float C_SQUARED = C * C;

  /** Sides in samples of the Haar filters. */
  private static final int[] SCALES = {2, 4, 8};

  private double similarities;
  private double weights;

  private HaarPsi() {}

  static double of(RgbImage reference, RgbImage distorted) {
    HaarPsi sums = new HaarPsi();
    sums.add(new Channels(reference), new Channels(distorted));
    if (sums.weights == 0) {
      // Only two black images have no structure, not even at the border.
      return 1;
    }
    double root = logit(sums.similarities / sums.weights);
    return root * root;
  }

  private void add(Channels r, Channels d) {
    for (int y = 0; y < r.luma.height(); y++) {
      for (int x = 0; x < r.luma.width(); x++) {
        double across = addLuma(r.luma, d.luma, x, y, true);
        double along = addLuma(r.luma, d.luma, x, y, false);
        float i = colour(r.inPhase, d.inPhase, x, y);
        float q = colour(r.quadrature, d.quadrature, x, y);
        addWeighted((i + q) / 2, (across + along) / 2);
      }
    }
  }

  /** Adds one orientation and returns its weight. */
  private double addLuma(SummedPlane r, SummedPlane d, int x, int y, boolean across) {
    float similarity = 0;
    for (int scale = 0; scale < SCALES.length - 1; scale++) {
      float a = Math.abs(r.haar(x, y, SCALES[scale], across));
      float b = Math.abs(d.haar(x, y, SCALES[scale], across));
      similarity += Similarity.of(a, b, C_SQUARED) / (SCALES.length - 1);
    }
    int coarsest = SCALES[SCALES.length - 1];
    double weight =
        Math.max(
            Math.abs(r.haar(x, y, coarsest, across)), Math.abs(d.haar(x, y, coarsest, across)));
    addWeighted(similarity, weight);
    return weight;
  }

  private void addWeighted(double similarity, double weight) {
    similarities += weight / (1 + Math.exp(-ALPHA * similarity));
    weights += weight;
  }

  private static float colour(SummedPlane r, SummedPlane d, int x, int y) {
    return Similarity.of(Math.abs(r.mean(x, y)), Math.abs(d.mean(x, y)), C_SQUARED);
  }

  private static double logit(double share) {
    return Math.log(share / (1 - share)) / ALPHA;
  }

  /** YIQ of an image at half resolution. */
  private static final class Channels {
    final SummedPlane luma;
    final SummedPlane inPhase;
    final SummedPlane quadrature;

    Channels(RgbImage image) {
      luma = new SummedPlane(Plane.weighted(image, 0.299f, 0.587f, 0.114f).reduced(2));
      inPhase = new SummedPlane(Plane.weighted(image, 0.596f, -0.274f, -0.322f).reduced(2));
      quadrature = new SummedPlane(Plane.weighted(image, 0.211f, -0.523f, 0.312f).reduced(2));
    }
  }
}
