package dev.pixelwatch.training.network;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import java.util.Random;

/** Random frames and answers, the same for the same seed. */
final class RandomBatch {
  private RandomBatch() {}

  static Batch of(int pairs, int size, long seed) {
    Random random = new Random(seed);
    byte[] luma = new byte[2 * pairs * size * size];
    byte[] chroma = new byte[pairs * size * size];
    random.nextBytes(luma);
    random.nextBytes(chroma);
    float[] maps = new float[pairs * DistortionType.COUNT * size / 16 * (size / 16)];
    float[] scores = new float[pairs];
    for (int i = 0; i < maps.length; i++) {
      maps[i] = random.nextFloat();
    }
    for (int i = 0; i < pairs; i++) {
      scores[i] = random.nextFloat() - 0.5f;
    }
    return new Batch(pairs, size, luma, chroma, maps, scores, false);
  }

  /** One frame of a batch. */
  static Picture frame(Batch batch, int frame) {
    int size = batch.size();
    int samples = size * size;
    byte[] luma = new byte[samples];
    byte[] cb = new byte[samples / 4];
    byte[] cr = new byte[samples / 4];
    System.arraycopy(batch.luma(), frame * samples, luma, 0, samples);
    System.arraycopy(batch.chroma(), frame * samples / 2, cb, 0, samples / 4);
    System.arraycopy(batch.chroma(), frame * samples / 2 + samples / 4, cr, 0, samples / 4);
    return new Picture(size, size, luma, cb, cr, ColourMatrix.BT709, ColourRange.LIMITED);
  }
}
