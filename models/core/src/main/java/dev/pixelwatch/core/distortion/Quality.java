package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.metric.FullReferenceMetric;

/**
 * How good a frame is beside the clean photograph it was made from: 0 for the photograph itself,
 * about -100 for what nobody would keep. It is the square of MDSI (Ziaei Nafchi et al. 2016), which
 * sees structure and colour and ranks across types as people do; the square spreads out the strong
 * distortions, where MDSI itself hardly moves.
 */
final class Quality {
  /** MDSI of a very bad picture. */
  private static final double MDSI_OF_WORST = 0.55;

  private final Picture clean;

  Quality(Picture clean) {
    this.clean = clean;
  }

  /** In points, 0 or less. */
  double of(Picture picture) {
    if (picture.equals(clean)) {
      return 0;
    }
    double mdsi = FullReferenceMetric.MDSI.of(Colour.toRgb(clean), Colour.toRgb(picture));
    return -100 * Math.pow(mdsi / MDSI_OF_WORST, 2);
  }
}
