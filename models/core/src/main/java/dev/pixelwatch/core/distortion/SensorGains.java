package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;

/** Exposure and white balance: gains on linear light, clipped where the sensor is full. */
final class SensorGains {
  /**
   * Change of the natural logarithm of linear sRGB for 100 mired along the Planckian locus about
   * 6500 K, from the chromaticities of black bodies at 6500 K and 5000 K (CIE 1931).
   */
  private static final double[] PLANCKIAN = {0.328, -0.052, -0.660};

  private SensorGains() {}

  static RgbImage exposure(RgbImage image, double stops, SplittableRandom random) {
    float gain = (float) Math.pow(2, stops);
    RgbImage out = new RgbImage(image.width(), image.height());
    for (int plane = 0; plane < 3; plane++) {
      float[] from = image.planes()[plane];
      float[] to = out.planes()[plane];
      for (int i = 0; i < to.length; i++) {
        to[i] = LightTables.encoded(gain * LightTables.linear(from[i]));
      }
    }
    return out;
  }

  static RgbImage warmth(RgbImage image, double hundredMired, SplittableRandom random) {
    return balance(
        image,
        Math.exp(hundredMired * PLANCKIAN[0]),
        Math.exp(hundredMired * PLANCKIAN[1]),
        Math.exp(hundredMired * PLANCKIAN[2]));
  }

  static RgbImage tint(RgbImage image, double logGain, SplittableRandom random) {
    return balance(image, Math.exp(logGain / 2), Math.exp(-logGain / 2), Math.exp(logGain / 2));
  }

  /**
   * Gains on the channels, with the luminance of every pixel kept (BT.709 weights). A colour that
   * leaves the gamut is moved towards grey of the same luminance.
   */
  private static RgbImage balance(RgbImage image, double red, double green, double blue) {
    RgbImage out = new RgbImage(image.width(), image.height());
    for (int i = 0; i < out.red().length; i++) {
      float r = LightTables.linear(image.red()[i]);
      float g = LightTables.linear(image.green()[i]);
      float b = LightTables.linear(image.blue()[i]);
      float luminance = Luma.of(r, g, b);
      float newR = r * (float) red;
      float newG = g * (float) green;
      float newB = b * (float) blue;
      float keep = luminance / Math.max(1e-6f, Luma.of(newR, newG, newB));
      newR *= keep;
      newG *= keep;
      newB *= keep;
      float top = Math.max(newR, Math.max(newG, newB));
      float share = top > 1 ? (1 - luminance) / (top - luminance) : 1;
      out.red()[i] = LightTables.encoded(luminance + share * (newR - luminance));
      out.green()[i] = LightTables.encoded(luminance + share * (newG - luminance));
      out.blue()[i] = LightTables.encoded(luminance + share * (newB - luminance));
    }
    return out;
  }
}
