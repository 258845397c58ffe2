package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;

/** A second, displaced image: exposures fused out of register, or fields woven together. */
final class Ghosting {
  /** Least and greatest distance of the second image, pixels. */
  private static final double NEAR = 4;

  private static final double FAR = 14;

  private Ghosting() {}

  /** Linear light of both images, {@code share} of it from the second. */
  static RgbImage blend(RgbImage image, double share, SplittableRandom random) {
    RgbImage light = LightTables.linear(image);
    RgbImage second = displaced(light, random);
    for (int plane = 0; plane < 3; plane++) {
      float[] to = second.planes()[plane];
      float[] from = light.planes()[plane];
      for (int i = 0; i < to.length; i++) {
        to[i] = from[i] + (float) share * (to[i] - from[i]);
      }
    }
    return LightTables.encoded(second);
  }

  /** Only the edges of the second image, as fusion leaves them when it corrects brightness. */
  static RgbImage edges(RgbImage image, double share, SplittableRandom random) {
    RgbImage second = displaced(image, random);
    float[] luma = Luma.of(image);
    float[] shifted = Luma.of(second);
    float[] smooth = Filters.gaussian(shifted, image.width(), image.height(), 2.5);
    float[] after = new float[luma.length];
    for (int i = 0; i < after.length; i++) {
      after[i] = luma[i] + (float) share * (shifted[i] - smooth[i]);
    }
    return Luma.replace(image, luma, after);
  }

  /** Every second line from a field that lies {@code distance} pixels aside. */
  static RgbImage interlace(RgbImage image, double distance, SplittableRandom random) {
    double signed = random.nextBoolean() ? distance : -distance;
    RgbImage out = image.copy();
    RgbImage second = displaced(image, signed, 0);
    for (int y = random.nextInt(2); y < image.height(); y += 2) {
      for (int plane = 0; plane < 3; plane++) {
        int row = y * image.width();
        System.arraycopy(second.planes()[plane], row, out.planes()[plane], row, image.width());
      }
    }
    return out;
  }

  private static RgbImage displaced(RgbImage image, SplittableRandom random) {
    double distance = NEAR + (FAR - NEAR) * random.nextDouble();
    double angle = 2 * Math.PI * random.nextDouble();
    return displaced(
        image, Math.rint(distance * Math.cos(angle)), Math.rint(distance * Math.sin(angle)));
  }

  /** The image moved by a fraction of pixels across and by whole pixels down. */
  private static RgbImage displaced(RgbImage image, double dx, double dy) {
    RgbImage out = new RgbImage(image.width(), image.height());
    int w = image.width();
    int whole = (int) Math.floor(dx);
    float fraction = (float) (dx - whole);
    for (int plane = 0; plane < 3; plane++) {
      float[] from = image.planes()[plane];
      float[] to = out.planes()[plane];
      for (int y = 0; y < image.height(); y++) {
        int row = Math.min(image.height() - 1, Math.max(0, y + (int) dy)) * w;
        for (int x = 0; x < w; x++) {
          float left = from[row + Math.min(w - 1, Math.max(0, x + whole))];
          float right = from[row + Math.min(w - 1, Math.max(0, x + whole + 1))];
          to[y * w + x] = left + fraction * (right - left);
        }
      }
    }
    return out;
  }
}
