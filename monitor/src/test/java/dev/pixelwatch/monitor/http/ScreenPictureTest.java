package dev.pixelwatch.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.ImageFiles;
import dev.pixelwatch.core.Picture;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ScreenPictureTest {
  static Stream<Arguments> coding() {
    return Stream.of(ColourMatrix.values())
        .flatMap(m -> Stream.of(ColourRange.values()).map(r -> Arguments.of(m, r)));
  }

  @ParameterizedTest
  @MethodSource("coding")
  void coloursAreThoseOfTheExactConversionToOneLevel(ColourMatrix matrix, ColourRange range) {
    Picture picture = random(33, 17, matrix, range);

    BufferedImage shown = ScreenPicture.of(picture, 1920);

    BufferedImage exact = ImageFiles.toBufferedImage(Colour.toRgb(picture));
    for (int y = 0; y < 17; y++) {
      for (int x = 0; x < 33; x++) {
        for (int shift = 0; shift <= 16; shift += 8) {
          int a = shown.getRGB(x, y) >> shift & 0xff;
          int b = exact.getRGB(x, y) >> shift & 0xff;
          assertThat(Math.abs(a - b)).as("(%d, %d) %d %d", x, y, a, b).isLessThanOrEqualTo(1);
        }
      }
    }
  }

  @Test
  void aWidePictureIsReducedByAWholeFactorAndKeepsItsMean() {
    BufferedImage shown = ScreenPicture.of(Records.grey(0.6f), 100);

    assertThat(shown.getWidth()).isEqualTo(80);
    assertThat(shown.getHeight()).isEqualTo(45);
    assertThat(shown.getRGB(40, 20) & 0xff).isBetween(152, 154);
  }

  @Test
  void aPictureThatFitsKeepsItsSize() {
    BufferedImage shown = ScreenPicture.of(Records.grey(0.5f), Records.WIDTH);

    assertThat(shown.getWidth()).isEqualTo(Records.WIDTH);
    assertThat(shown.getHeight()).isEqualTo(Records.HEIGHT);
  }

  private static Picture random(int w, int h, ColourMatrix matrix, ColourRange range) {
    Random random = new Random(5);
    byte[][] planes = {new byte[w * h], new byte[17 * 9], new byte[17 * 9]};
    for (byte[] plane : planes) {
      random.nextBytes(plane);
    }
    return new Picture(w, h, planes[0], planes[1], planes[2], matrix, range);
  }
}
