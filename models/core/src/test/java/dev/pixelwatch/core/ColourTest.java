package dev.pixelwatch.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    // Colour bars of full saturation as published for 8 bits, limited range.
    "BT601, 1, 1, 0, 210, 16, 146",
    "BT601, 0, 1, 1, 170, 166, 16",
    "BT601, 0, 1, 0, 145, 54, 34",
    "BT601, 1, 0, 1, 106, 202, 222",
    "BT601, 1, 0, 0, 81, 90, 240",
    "BT601, 0, 0, 1, 41, 240, 110",
    "BT709, 1, 1, 0, 219, 16, 138",
    "BT709, 0, 1, 1, 188, 154, 16",
    "BT709, 0, 1, 0, 173, 42, 26",
    "BT709, 1, 0, 1, 78, 214, 230",
    "BT709, 1, 0, 0, 63, 102, 240",
    "BT709, 0, 0, 1, 32, 240, 118",
  })
  void colourBarsHaveTheirPublishedCodes(
      ColourMatrix matrix, float r, float g, float b, int y, int cb, int cr) {
    Picture picture = Colour.toPicture(flat(2, 2, r, g, b), matrix, ColourRange.LIMITED);

    assertThat(picture.luma()[3] & 0xff).isEqualTo(y);
    assertThat(picture.cb()[0] & 0xff).isEqualTo(cb);
    assertThat(picture.cr()[0] & 0xff).isEqualTo(cr);
  }

  @ParameterizedTest
  @EnumSource(ColourMatrix.class)
  void everyGreyCodeComesBackExactly(ColourMatrix matrix) {
    for (ColourRange range : ColourRange.values()) {
      int from = range == ColourRange.FULL ? 0 : 16;
      int to = range == ColourRange.FULL ? 255 : 235;
      byte[] luma = new byte[to - from + 1];
      for (int code = from; code <= to; code++) {
        luma[code - from] = (byte) code;
      }
      byte[] chroma = new byte[Picture.half(luma.length)];
      Arrays.fill(chroma, (byte) 128);
      Picture greys = new Picture(luma.length, 1, luma, chroma, chroma.clone(), matrix, range);

      assertThat(Colour.toPicture(Colour.toRgb(greys), matrix, range)).isEqualTo(greys);
    }
  }

  @Test
  void chromaIsTheMeanOfItsBlockAndOfWhatIsLeftOfItAtTheEdge() {
    RgbImage image = flat(3, 3, 0.5f, 0.5f, 0.5f);
    image.red()[0] = 1;
    image.red()[8] = 1;

    Picture picture = Colour.toPicture(image, ColourMatrix.BT709, ColourRange.FULL);

    // A change of r in red moves Cr by r / 2 of its span: a quarter of it in the full block,
    // all of it where the block has one pixel.
    assertThat(picture.cr()[0] & 0xff).isEqualTo(Math.round(128 + 255 * 0.25f / 4));
    assertThat(picture.cr()[3] & 0xff).isEqualTo(Math.round(128 + 255 * 0.25f));
    assertThat(picture.cr()[1] & 0xff).isEqualTo(128);
  }

  @Test
  void codesOutsideOfTheGamutAreHandedOverUnclipped() {
    byte[] luma = {(byte) 250, 5, 16, (byte) 235};
    byte[] chroma = {(byte) 128};
    RgbImage image =
        Colour.toRgb(
            new Picture(
                2, 2, luma, chroma, chroma.clone(), ColourMatrix.BT709, ColourRange.LIMITED));

    assertThat(image.green()[0]).isCloseTo(234 / 219f, within(1e-5f));
    assertThat(image.green()[1]).isCloseTo(-11 / 219f, within(1e-5f));
  }

  @Test
  void theTransferFunctionRisesWithoutAJumpAtItsThreshold() {
    float last = -1;
    for (int i = 0; i <= 20_000; i++) {
      float light = Colour.toLinear(i / 20_000f);
      assertThat(light).isGreaterThan(last);
      assertThat(light - last).isLessThan(last < 0 ? 2 : 2e-4f);
      last = light;
    }
    assertThat(Colour.toEncoded(0.0031308f)).isCloseTo(Colour.toEncoded(0.003131f), within(1e-4f));
    assertThat(Colour.toLinear(1)).isCloseTo(1, within(1e-6f));
  }
}
