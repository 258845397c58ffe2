package dev.pixelwatch.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ColourTest {

  @ParameterizedTest
  @EnumSource(ColourMatrix.class)
  void aColourComesBackFromYCbCrWithinTwoCodeValues(ColourMatrix matrix) {
    for (ColourRange range : ColourRange.values()) {
      for (int code = 0; code < 512; code++) {
        RgbImage image = flat(4, 4, code % 8 / 7f, code / 8 % 8 / 7f, (code >> 6) / 7f);

        RgbImage back = Colour.toRgb(Colour.toPicture(image, matrix, range));

        for (int plane = 0; plane < 3; plane++) {
          assertThat(back.planes()[plane][5])
              .as("plane %d of colour %d", plane, code)
              .isCloseTo(image.planes()[plane][5], within(2f / 255));
        }
      }
    }
  }

  @Test
  void aPictureComesBackFromRgbWithinOneCodeValue() {
    Picture picture = patterned(18, 10);

    Picture back = Colour.toPicture(Colour.toRgb(picture), ColourMatrix.BT709, ColourRange.LIMITED);

    assertCodesWithinOne(back.luma(), picture.luma());
    assertCodesWithinOne(back.cb(), picture.cb());
    assertCodesWithinOne(back.cr(), picture.cr());
  }

  @Test
  void anOddSizeKeepsItsOutermostColumnAndRow() {
    RgbImage image = flat(5, 3, 0.2f, 0.6f, 0.4f);

    RgbImage back = Colour.toRgb(Colour.toPicture(image, ColourMatrix.BT709, ColourRange.LIMITED));

    assertThat(back.width()).isEqualTo(5);
    assertThat(back.height()).isEqualTo(3);
    assertThat(back.green()[14]).isCloseTo(0.6f, within(2f / 255));
  }

  @Test
  void blackAndWhiteHaveTheCodesOfTheirRange() {
    assertThat(lumaOf(0, ColourRange.LIMITED)).isEqualTo(16);
    assertThat(lumaOf(1, ColourRange.LIMITED)).isEqualTo(235);
    assertThat(lumaOf(0, ColourRange.FULL)).isEqualTo(0);
    assertThat(lumaOf(1, ColourRange.FULL)).isEqualTo(255);
  }

  @Test
  void greyHasNeutralChroma() {
    Picture grey =
        Colour.toPicture(flat(2, 2, 0.5f, 0.5f, 0.5f), ColourMatrix.BT601, ColourRange.FULL);

    assertThat(grey.cb()[0] & 0xff).isEqualTo(128);
    assertThat(grey.cr()[0] & 0xff).isEqualTo(128);
  }

  @Test
  void samplesOutsideOfTheGamutAreClipped() {
    assertThat(lumaOf(1.7f, ColourRange.LIMITED)).isEqualTo(235);
    assertThat(lumaOf(-0.3f, ColourRange.LIMITED)).isEqualTo(16);
  }

  @Test
  void linearLightIsTheInverseOfEncoding() {
    for (int code = 0; code < 256; code++) {
      float encoded = code / 255f;
      assertThat(Colour.toEncoded(Colour.toLinear(encoded))).isCloseTo(encoded, within(1e-5f));
    }
  }

  @Test
  void midGreyReflectsAboutAFifthOfTheLight() {
    assertThat(Colour.toLinear(0.5f)).isCloseTo(0.214f, within(0.001f));
  }

  private static int lumaOf(float grey, ColourRange range) {
    return Colour.toPicture(flat(1, 1, grey, grey, grey), ColourMatrix.BT709, range).luma()[0]
        & 0xff;
  }

  private static void assertCodesWithinOne(byte[] actual, byte[] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i] & 0xff).as("sample %d", i).isCloseTo(expected[i] & 0xff, within(1));
    }
  }

  private static Picture patterned(int width, int height) {
    byte[] luma = new byte[width * height];
    for (int i = 0; i < luma.length; i++) {
      luma[i] = (byte) (90 + i * 7 % 60);
    }
    byte[] cb = new byte[Picture.half(width) * Picture.half(height)];
    byte[] cr = new byte[cb.length];
    for (int i = 0; i < cb.length; i++) {
      cb[i] = (byte) (120 + i % 16);
      cr[i] = (byte) (136 - i % 16);
    }
    return new Picture(width, height, luma, cb, cr, ColourMatrix.BT709, ColourRange.LIMITED);
  }

  private static RgbImage flat(int width, int height, float red, float green, float blue) {
    RgbImage image = new RgbImage(width, height);
    Arrays.fill(image.red(), red);
    Arrays.fill(image.green(), green);
    Arrays.fill(image.blue(), blue);
    return image;
  }
}
