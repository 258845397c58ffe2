package dev.pixelwatch.tools.doctor;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import java.util.Arrays;

/** Something small to try the parts on. */
final class TestPicture {
  private static final int SIDE = 64;
  private static final byte MIDDLE = (byte) 128;

  private TestPicture() {}

  static Picture grey() {
    byte[] luma = new byte[SIDE * SIDE];
    byte[] chroma = new byte[SIDE * SIDE / 4];
    Arrays.fill(luma, MIDDLE);
    Arrays.fill(chroma, MIDDLE);
    return new Picture(
        SIDE, SIDE, luma, chroma, chroma.clone(), ColourMatrix.BT709, ColourRange.LIMITED);
  }
}
