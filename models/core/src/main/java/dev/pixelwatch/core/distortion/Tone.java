package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;

/** Contrast on luma, saturation on chroma. */
final class Tone {
  /** Mid grey (18 % of white) on the encoded scale. */
  private static final float MID_GREY = 0.46f;

  private Tone() {}

  /** A straight line about mid grey of slope 2 ^ {@code logSlope}. */
  static RgbImage linearContrast(RgbImage image, double logSlope, SplittableRandom random) {
    float slope = (float) Math.pow(2, logSlope);
    float[] luma = Luma.of(image);
    float[] after = new float[luma.length];
    for (int i = 0; i < after.length; i++) {
      after[i] = MID_GREY + slope * (luma[i] - MID_GREY);
    }
    return Luma.replace(image, luma, after);
  }

  /** A curve of that slope at mid grey which keeps black and white. */
  static RgbImage curvedContrast(RgbImage image, double logSlope, SplittableRandom random) {
    double power = Math.pow(2, logSlope);
    float[] curve = new float[1025];
    for (int i = 0; i < curve.length; i++) {
      double x = i / 1024.0;
      curve[i] =
          (float)
              (x < MID_GREY
                  ? MID_GREY * Math.pow(x / MID_GREY, power)
                  : 1 - (1 - MID_GREY) * Math.pow((1 - x) / (1 - MID_GREY), power));
    }
    float[] luma = Luma.of(image);
    float[] after = new float[luma.length];
    for (int i = 0; i < after.length; i++) {
      float position = 1024 * Math.min(1, Math.max(0, luma[i]));
      int k = Math.min(1023, (int) position);
      after[i] = curve[k] + (position - k) * (curve[k + 1] - curve[k]);
    }
    return Luma.replace(image, luma, after);
  }

  /**
   * Chroma times 1 + {@code change}, or 1 + 1.5 {@code change} above 0, where the gamut takes part
   * of it back.
   */
  static RgbImage saturation(RgbImage image, double change, SplittableRandom random) {
    float c = (float) (change > 0 ? 1.5 * change : change);
    RgbImage out = new RgbImage(image.width(), image.height());
    for (int i = 0; i < out.red().length; i++) {
      Luma.moveChroma(image, out, i, c * image.red()[i], c * image.green()[i], c * image.blue()[i]);
    }
    return out;
  }
}
