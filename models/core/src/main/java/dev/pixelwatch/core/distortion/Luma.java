package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;

/** Luma and chroma of R'G'B' samples after BT.709, and changes to one that leave the other. */
final class Luma {
  static final float RED = 0.2126f;
  static final float BLUE = 0.0722f;
  static final float GREEN = 1 - RED - BLUE;

  private Luma() {}

  static float of(float red, float green, float blue) {
    return RED * red + GREEN * green + BLUE * blue;
  }

  static float[] of(RgbImage image) {
    float[] luma = new float[image.red().length];
    for (int i = 0; i < luma.length; i++) {
      luma[i] = of(image.red()[i], image.green()[i], image.blue()[i]);
    }
    return luma;
  }

  /** Luma on the scale where black is 0 and white is 1. */
  static float[] of(Picture picture) {
    boolean full = picture.range() == ColourRange.FULL;
    int black = full ? 0 : 16;
    float scale = full ? 1 / 255f : 1 / 219f;
    float[] luma = new float[picture.luma().length];
    for (int i = 0; i < luma.length; i++) {
      luma[i] = scale * ((picture.luma()[i] & 0xff) - black);
    }
    return luma;
  }

  /** The image with another luma; chroma stays, as far as samples in 0..1 allow. */
  static RgbImage replace(RgbImage image, float[] before, float[] after) {
    RgbImage out = new RgbImage(image.width(), image.height());
    for (int plane = 0; plane < 3; plane++) {
      float[] from = image.planes()[plane];
      float[] to = out.planes()[plane];
      for (int i = 0; i < to.length; i++) {
        to[i] = Math.min(1, Math.max(0, from[i] + after[i] - before[i]));
      }
    }
    return out;
  }

  /**
   * Writes pixel {@code i} of {@code out}: the pixel of {@code image} moved in colour. The luma of
   * the move is taken out, and the move shortened until every sample lies in 0..1, so that luma
   * stays.
   */
  static void moveChroma(RgbImage image, RgbImage out, int i, float red, float green, float blue) {
    float luma = of(red, green, blue);
    float r = red - luma;
    float g = green - luma;
    float b = blue - luma;
    float share =
        Math.min(
            room(image.red()[i], r), Math.min(room(image.green()[i], g), room(image.blue()[i], b)));
    out.red()[i] = image.red()[i] + share * r;
    out.green()[i] = image.green()[i] + share * g;
    out.blue()[i] = image.blue()[i] + share * b;
  }

  /** The same by a move of Cb and Cr, on the scale where a sample's whole range is 1. */
  static void moveChroma(RgbImage image, RgbImage out, int i, float cb, float cr) {
    float red = 2 * (1 - RED) * cr;
    float blue = 2 * (1 - BLUE) * cb;
    moveChroma(image, out, i, red, -(RED * red + BLUE * blue) / GREEN, blue);
  }

  /** The share of a move of one sample that stays in 0..1. */
  private static float room(float sample, float move) {
    if (move > 0) {
      return Math.min(1, (1 - sample) / move);
    }
    return move < 0 ? Math.min(1, sample / -move) : 1;
  }
}
