package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.RgbImage;

/**
 * The sRGB transfer function and its inverse by interpolated table, for samples in 0..1; others are
 * clipped. Off by less than a tenth of an 8-bit code value.
 */
final class LightTables {
  private static final int STEPS = 4096;
  private static final float[] LINEAR = new float[STEPS + 2];

  /** Indexed by the square root of linear light, along which the function is nearly straight. */
  private static final float[] ENCODED = new float[STEPS + 2];

  static {
    for (int i = 0; i < STEPS + 2; i++) {
      float t = (float) i / STEPS;
      LINEAR[i] = Colour.toLinear(t);
      ENCODED[i] = Colour.toEncoded(t * t);
    }
  }

  private LightTables() {}

  static float linear(float encoded) {
    return at(LINEAR, Math.min(1, Math.max(0, encoded)));
  }

  static float encoded(float linear) {
    return at(ENCODED, (float) Math.sqrt(Math.min(1, Math.max(0, linear))));
  }

  static RgbImage linear(RgbImage encoded) {
    RgbImage light = new RgbImage(encoded.width(), encoded.height());
    for (int plane = 0; plane < 3; plane++) {
      float[] from = encoded.planes()[plane];
      float[] to = light.planes()[plane];
      for (int i = 0; i < from.length; i++) {
        to[i] = linear(from[i]);
      }
    }
    return light;
  }

  static RgbImage encoded(RgbImage light) {
    RgbImage image = new RgbImage(light.width(), light.height());
    for (int plane = 0; plane < 3; plane++) {
      float[] from = light.planes()[plane];
      float[] to = image.planes()[plane];
      for (int i = 0; i < from.length; i++) {
        to[i] = encoded(from[i]);
      }
    }
    return image;
  }

  private static float at(float[] table, float position) {
    float scaled = position * STEPS;
    int i = (int) scaled;
    float fraction = scaled - i;
    return table[i] + fraction * (table[i + 1] - table[i]);
  }
}
