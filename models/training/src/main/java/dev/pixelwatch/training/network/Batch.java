package dev.pixelwatch.training.network;

import dev.pixelwatch.core.DistortionMap;

/**
 * Square pairs of one size with their known answers, laid out as the network reads them.
 *
 * @param pairs number of pairs N
 * @param size side of a frame in pixels, a multiple of 16
 * @param luma 2N planes, the references first
 * @param chroma 2N times Cb and Cr at half size
 * @param maps N x 15 x size/16 x size/16 values in 0..1
 * @param scores N scores in units of 100 points
 * @param ranked whether the second half has the distortions of the first, in the same order, on
 *     other photographs, so that pair i and pair i + N/2 are twins
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of samples, never compared.
public record Batch(
    int pairs, int size, byte[] luma, byte[] chroma, float[] maps, float[] scores, boolean ranked) {

  /** The same pairs turned by 180 degrees, which keeps the grid of a codec's blocks. */
  public Batch upsideDown() {
    return new Batch(
        pairs,
        size,
        reversed(luma, size * size),
        reversed(chroma, size * size / 4),
        reversed(maps, size / DistortionMap.CELL * (size / DistortionMap.CELL)),
        scores,
        ranked);
  }

  /** The same frames, each pair the other way round; the known answers stay as they are. */
  Batch swapped() {
    return new Batch(pairs, size, halvesSwapped(luma), halvesSwapped(chroma), maps, scores, ranked);
  }

  private static byte[] halvesSwapped(byte[] planes) {
    byte[] out = new byte[planes.length];
    int half = planes.length / 2;
    System.arraycopy(planes, 0, out, half, half);
    System.arraycopy(planes, half, out, 0, half);
    return out;
  }

  private static byte[] reversed(byte[] planes, int length) {
    byte[] out = new byte[planes.length];
    for (int i = 0; i < out.length; i++) {
      int start = i - i % length;
      out[i] = planes[start + length - 1 - i % length];
    }
    return out;
  }

  private static float[] reversed(float[] planes, int length) {
    float[] out = new float[planes.length];
    for (int i = 0; i < out.length; i++) {
      int start = i - i % length;
      out[i] = planes[start + length - 1 - i % length];
    }
    return out;
  }
}
