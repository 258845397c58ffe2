package dev.pixelwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InputPlanesTest {
  private final InputPlanes planes = new InputPlanes();

  @Test
  void theReferenceComesFirstAndCbBeforeCr() {
    planes.fill(even(16, 16, 50, 60, 70), even(16, 16, 80, 90, 100));

    assertThat(values(planes.luma())).hasSize(512).startsWith(50).endsWith(80);
    int[] chroma = values(planes.chroma());
    assertThat(chroma).hasSize(256);
    assertThat(new int[] {chroma[0], chroma[64], chroma[128], chroma[192]})
        .containsExactly(60, 70, 90, 100);
  }

  @Test
  void theEdgeIsRepeatedUpToWholeCells() {
    Picture picture = even(17, 5, 50, 60, 70);
    picture.luma()[16] = (byte) 200;
    picture.luma()[4 * 17] = (byte) 210;

    planes.fill(picture, picture);

    assertThat(planes.paddedWidth()).isEqualTo(32);
    assertThat(planes.paddedHeight()).isEqualTo(16);
    int[] luma = values(planes.luma());
    assertThat(Arrays.copyOfRange(luma, 16, 32)).containsOnly(200);
    assertThat(luma[15 * 32]).isEqualTo(210);
  }

  @Test
  void fullRangeBecomesLimited() {
    Picture black = full(0, 128);
    Picture white = full(255, 255);

    planes.fill(black, white);

    assertThat(values(planes.luma())).startsWith(16).endsWith(235);
    assertThat(values(planes.chroma())).startsWith(128).endsWith(240);
  }

  private static Picture even(int width, int height, int luma, int cb, int cr) {
    int chroma = Picture.half(width) * Picture.half(height);
    return new Picture(
        width,
        height,
        filled(width * height, luma),
        filled(chroma, cb),
        filled(chroma, cr),
        ColourMatrix.BT709,
        ColourRange.LIMITED);
  }

  private static Picture full(int luma, int chroma) {
    return new Picture(
        16,
        16,
        filled(256, luma),
        filled(64, chroma),
        filled(64, chroma),
        ColourMatrix.BT709,
        ColourRange.FULL);
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static int[] values(ByteBuffer buffer) {
    int[] values = new int[buffer.remaining()];
    for (int i = 0; i < values.length; i++) {
      values[i] = buffer.get(buffer.position() + i) & 0xff;
    }
    return values;
  }
}
