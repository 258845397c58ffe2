package dev.pixelwatch.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PictureTest {

  @Test
  void anOddSizeRoundsTheChromaSizeUp() {
    Picture picture = picture(5, 3, new byte[15], new byte[6]);

    assertThat(picture.chromaWidth()).isEqualTo(3);
    assertThat(picture.chromaHeight()).isEqualTo(2);
  }

  @Test
  void aPlaneOfTheWrongLengthIsRefusedWithBothLengths() {
    assertThatThrownBy(() -> picture(4, 4, new byte[15], new byte[4]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4 x 4")
        .hasMessageContaining("16, 4 and 4")
        .hasMessageContaining("15, 4 and 4");
  }

  @Test
  void aPictureWithoutPixelsIsRefused() {
    assertThatThrownBy(() -> picture(0, 4, new byte[0], new byte[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 x 4");
  }

  @Test
  void picturesWithTheSameSamplesAreEqual() {
    Picture one = picture(2, 2, new byte[] {1, 2, 3, 4}, new byte[] {5});
    Picture same = picture(2, 2, new byte[] {1, 2, 3, 4}, new byte[] {5});
    Picture other = picture(2, 2, new byte[] {1, 2, 3, 9}, new byte[] {5});

    assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(other);
  }

  @Test
  void theSameSamplesInAnotherShapeAreAnotherPicture() {
    Picture wide = picture(4, 2, new byte[8], new byte[2]);
    Picture tall = picture(2, 4, new byte[8], new byte[2]);

    assertThat(wide).isNotEqualTo(tall);
    assertThat(wide.sameSizeAs(tall)).isFalse();
  }

  private static Picture picture(int width, int height, byte[] luma, byte[] chroma) {
    return new Picture(
        width, height, luma, chroma, chroma.clone(), ColourMatrix.BT709, ColourRange.LIMITED);
  }

  @Test
  void everythingThatIsSeenCountsForEquality() {
    byte[] luma = {1, 2, 3, 4};
    Picture one = picture(2, 2, luma, new byte[] {5});

    assertThat(one)
        .isNotEqualTo(
            new Picture(2, 2, luma, new byte[] {6}, new byte[] {5}, one.matrix(), one.range()))
        .isNotEqualTo(
            new Picture(2, 2, luma, new byte[] {5}, new byte[] {6}, one.matrix(), one.range()))
        .isNotEqualTo(new Picture(2, 2, luma, one.cb(), one.cr(), ColourMatrix.BT601, one.range()))
        .isNotEqualTo(new Picture(2, 2, luma, one.cb(), one.cr(), one.matrix(), ColourRange.FULL))
        .isNotEqualTo("a picture");
  }

  @Test
  void aPictureInALogIsShort() {
    assertThat(picture(64, 48, new byte[64 * 48], new byte[32 * 24]))
        .hasToString("Picture[64 x 48, BT709, LIMITED]");
  }

  @Test
  void chromaOfTheWrongLengthIsRefused() {
    assertThatThrownBy(() -> picture(5, 3, new byte[15], new byte[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("15, 6 and 6 bytes, not 15, 2 and 2");
  }
}
