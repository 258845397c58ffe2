package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.Picture;
import java.util.SplittableRandom;

/** One code value of luma up or down, here and there: two decoders that round differently. */
final class RoundingNoise {
  private RoundingNoise() {}

  static Picture add(Picture picture, SplittableRandom random) {
    byte[] luma = picture.luma().clone();
    for (int i = 0; i < luma.length; i++) {
      int draw = random.nextInt(8);
      int change = draw == 0 ? 1 : draw == 1 ? -1 : 0;
      luma[i] = (byte) Math.min(235, Math.max(16, (luma[i] & 0xff) + change));
    }
    return picture.withLuma(luma);
  }
}
