package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;

/** Too few levels: contours where a gradient should be. */
final class Banding {
  /** Local contrast at which half of a contour is lost in texture. */
  private static final float MASKING = 0.02f;

  /** Width of the dither's even distribution, in steps. */
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
    return quantise(image, step, 0, random);
  }

  /**
   * The same after a dither of half a step, which frays the contours. A whole step would dissolve
   * them, and what is left then is noise.
   */
  static RgbImage dithered(RgbImage image, double step, SplittableRandom random) {
    return quantise(image, step, DITHER, random);
  }

  private static RgbImage quantise(
      RgbImage image, double step, double dither, SplittableRandom random) {
    RgbImage out = new RgbImage(image.width(), image.height());
    float levels = Math.round(1 / step);
    for (int plane = 0; plane < 3; plane++) {
      float[] from = image.planes()[plane];
      float[] to = out.planes()[plane];
      for (int i = 0; i < to.length; i++) {
        float shift = dither == 0 ? 0 : (float) (dither * (random.nextDouble() - 0.5));
        float level = Math.round(from[i] * levels + shift);
        to[i] = Math.min(levels, Math.max(0, level)) / levels;
      }
    }
    return out;
  }
}
