package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;

/** Additive white Gaussian noise, as strong in the shadows as in the light; no camera makes it. */
final class WhiteNoise {
  private WhiteNoise() {}

  static RgbImage luma(RgbImage image, double deviation, SplittableRandom random) {
    float[] luma = Luma.of(image);
    float[] after = new float[luma.length];
    for (int i = 0; i < after.length; i++) {
      after[i] = luma[i] + (float) (deviation * random.nextGaussian());
    }
    return Luma.replace(image, luma, after);
  }

  static RgbImage chroma(RgbImage image, double deviation, SplittableRandom random) {
    RgbImage out = new RgbImage(image.width(), image.height());
    for (int i = 0; i < out.red().length; i++) {
      float cb = (float) (deviation * random.nextGaussian());
      float cr = (float) (deviation * random.nextGaussian());
      Luma.moveChroma(image, out, i, cb, cr);
    }
    return out;
  }
}
