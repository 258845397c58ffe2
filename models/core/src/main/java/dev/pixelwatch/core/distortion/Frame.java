package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;

/**
 * One frame of a pair.
 *
 * @param image R'G'B' before codec and transport
 * @param picture what comes out
 * @param intensities what was done to it, and the noise that the photograph came with
 */
record Frame(RgbImage image, Picture picture, Intensities intensities) {

  static Frame clean(RgbImage photograph) {
    RgbImage image = clipped(photograph);
    double grain = Grain.deviation(Luma.of(image), image.width(), image.height());
    Intensities present = new Intensities(image.width(), image.height());
    present.fill(DistortionType.NOISE, (float) Severity.NOISE_BAYER.severity(grain));
    return new Frame(
        image, Colour.toPicture(image, ColourMatrix.BT709, ColourRange.LIMITED), present);
  }

  /** The frame as it enters another stage, which only knows its picture. */
  Frame asInput() {
    return new Frame(clipped(Colour.toRgb(picture)), picture, intensities);
  }

  /** Samples in 0..1, as every distortion expects them. */
  static RgbImage clipped(RgbImage image) {
    RgbImage out = new RgbImage(image.width(), image.height());
    for (int plane = 0; plane < 3; plane++) {
      float[] from = image.planes()[plane];
      float[] to = out.planes()[plane];
      for (int i = 0; i < to.length; i++) {
        to[i] = Math.min(1, Math.max(0, from[i]));
      }
    }
    return out;
  }
}
