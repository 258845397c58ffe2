package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.metric.Mdsi;

/**
 * How much of its quality a picture has lost on the way from another, by MDSI (Ziaei Nafchi et al.
 * 2016), which ranks across types as people do and sees colour. Its cube is close to linear in the
 * severity of a distortion.
 */
final class Quality {
  /** MDSI of a picture that nobody would keep. */
  private static final double UNUSABLE = 0.5;

  /** A crop is looked at as the frame of 512 pixels that it stands for. */
  private static final int REDUCTION = 2;

  private Quality() {}

  /** In points, 0 for the picture itself, about -100 for what nobody would keep. */
  static double points(Picture before, Picture after) {
    if (before.equals(after)) {
      return 0;
    }
    double share = Mdsi.of(Colour.toRgb(before), Colour.toRgb(after), REDUCTION) / UNUSABLE;
    return -100 * share * share * share;
  }
}
