package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;

/** Too few levels: contours where a gradient should be. */
final class Banding {
  /** Local contrast at which half of a contour is lost in texture. */
  private static final float MASKING = 0.02f;

  /** Width of the dither's uniform distribution, in steps. */
  private static final double DITHER = 0.5;

  private Banding() {}

  /**
   * Levels {@code step} apart in the smooth part of luma, black among them; texture keeps its own.
   */
  static RgbImage contours(RgbImage image, double step, SplittableRandom random) {
    int w = image.width();
    int h = image.height();
    float[] luma = Luma.of(image);
    float[] smooth = Filters.gaussian(luma, w, h, 1.5);
    float[] left = unmasked(luma, smooth, w, h);
    for (int i = 0; i < luma.length; i++) {
      float position = smooth[i] / (float) step;
      float error = (float) step * (Math.round(position) - position);
      left[i] = luma[i] + error * left[i];
    }
    return Luma.replace(image, luma, left);
  }

  /** The banded image without the error that texture hides. */
  static RgbImage visible(RgbImage image, RgbImage banded) {
    float[] luma = Luma.of(image);
    float[] after = Luma.of(banded);
    float[] smooth = Filters.gaussian(luma, image.width(), image.height(), 1.5);
    float[] left = unmasked(luma, smooth, image.width(), image.height());
    for (int i = 0; i < luma.length; i++) {
      left[i] = luma[i] + left[i] * (after[i] - luma[i]);
    }
    return Luma.replace(image, luma, left);
  }

  /** Share of the energy of an error that is seen at each pixel, 0..1. */
  private static float[] unmasked(float[] luma, float[] smooth, int width, int height) {
    float[] texture = new float[luma.length];
    for (int i = 0; i < texture.length; i++) {
      texture[i] = (luma[i] - smooth[i]) * (luma[i] - smooth[i]);
    }
    float[] activity = Filters.box(texture, width, height, 3);
    for (int i = 0; i < activity.length; i++) {
      activity[i] = MASKING * MASKING / (MASKING * MASKING + activity[i]);
    }
    return activity;
  }

  /** Every channel cut to levels {@code step} apart. */
  static RgbImage bitDepth(RgbImage image, double step, SplittableRandom random) {
    return quantise(image, step, new float[image.red().length]);
  }

  /**
   * The same after a dither of half a step, alike in all channels, which frays the contours. A
   * whole step would dissolve them, and what is left then is noise.
   */
  static RgbImage dithered(RgbImage image, double step, SplittableRandom random) {
    float[] dither = new float[image.red().length];
    for (int i = 0; i < dither.length; i++) {
      dither[i] = (float) (DITHER * (random.nextDouble() - 0.5));
    }
    return quantise(image, step, dither);
  }

  /**
   * @param dither for each pixel, in steps
   */
  private static RgbImage quantise(RgbImage image, double step, float[] dither) {
    RgbImage out = new RgbImage(image.width(), image.height());
    float levels = Math.round(1 / step);
    for (int plane = 0; plane < 3; plane++) {
      float[] from = image.planes()[plane];
      float[] to = out.planes()[plane];
      for (int i = 0; i < to.length; i++) {
        to[i] = Math.round(from[i] * levels + dither[i]) / levels;
      }
    }
    return out;
  }
}
