package dev.pixelwatch.tools.bench;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.media.FrameRate;
import dev.pixelwatch.tools.demo.FaultyStage;
import java.util.List;
import java.util.Random;

/**
 * Normal noise on luma that is new in every frame. FFmpeg's noise filter will not do here: it
 * shifts one table of noise about, whose own mean and strength stay for a whole video, so that two
 * seeds really differ.
 *
 * @param deviation in luma codes
 * @param seed equal seeds give equal noise
 */
public record LumaNoise(double deviation, long seed) implements FaultyStage {
  @Override
  public List<Picture> apply(List<Picture> clean, FrameRate rate) {
    Random random = new Random(seed);
    return clean.stream().map(picture -> noisy(picture, random)).toList();
  }

  private Picture noisy(Picture picture, Random random) {
    byte[] luma = new byte[picture.luma().length];
    for (int i = 0; i < luma.length; i++) {
      long code = Math.round((picture.luma()[i] & 0xff) + deviation * random.nextGaussian());
      luma[i] = (byte) Math.max(0, Math.min(255, code));
    }
    return picture.withLuma(luma);
  }
}
