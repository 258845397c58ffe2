package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.Picture;
import java.util.SplittableRandom;

/** A distortion of the whole picture, after it became Y'CbCr. */
@FunctionalInterface
interface PictureEffect {
  /**
   * Distorts the whole of it at one strength.
   *
   * @param picture not changed
   * @param parameter from {@link Severity}
   * @return a new picture of the same size
   */
  Picture apply(Picture picture, double parameter, SplittableRandom random);
}
