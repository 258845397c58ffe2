package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;

/** A distortion of the whole image, before it becomes Y'CbCr. */
@FunctionalInterface
interface RgbEffect {
  /**
   * Distorts the whole of it at one strength.
   *
   * @param image samples in 0..1; not changed
   * @param parameter from {@link Severity}
   * @return a new image, samples in 0..1
   */
  RgbImage apply(RgbImage image, double parameter, SplittableRandom random);
}
