package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;

/**
 * One frame of a pair.
 *
 * @param image R'G'B' before codec and transport
 * @param picture what comes out
 * @param intensities what was done to it
 */
record Frame(RgbImage image, Picture picture, Intensities intensities) {

  static Frame clean(RgbImage image) {
    return new Frame(
        image,
        Colour.toPicture(image, ColourMatrix.BT709, ColourRange.LIMITED),
        new Intensities(image.width(), image.height()));
  }

  /** The frame as it enters another stage, which only knows its picture. */
  Frame asInput() {
    return new Frame(Colour.toRgb(picture), picture, intensities);
  }
}
