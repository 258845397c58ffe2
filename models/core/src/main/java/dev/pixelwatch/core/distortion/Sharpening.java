package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;

/** An unsharp mask on luma that goes too far. */
final class Sharpening {
  private Sharpening() {}

  /** Thin halos, and texture that turns harsh. */
  static RgbImage fine(RgbImage image, double amount, SplittableRandom random) {
    return unsharpMask(image, amount, 0.7 + 0.4 * random.nextDouble());
  }

  /** Broad halos along edges. */
  static RgbImage wide(RgbImage image, double amount, SplittableRandom random) {
    return unsharpMask(image, amount, 1.5 + 1.0 * random.nextDouble());
  }

  private static RgbImage unsharpMask(RgbImage image, double amount, double sigma) {
    float[] luma = Luma.of(image);
    float[] smooth = Filters.gaussian(luma, image.width(), image.height(), sigma);
    for (int i = 0; i < luma.length; i++) {
      smooth[i] = luma[i] + (float) amount * (luma[i] - smooth[i]);
    }
    return Luma.replace(image, luma, smooth);
  }
}
