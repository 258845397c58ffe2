package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JpegCodecTest {
  private final JpegCodec codec = new JpegCodec();

  @ParameterizedTest
  @CsvSource({"1, 1", "17, 9", "64, 48", "33, 2"})
  void theSizeIsKept(int width, int height) {
    Picture picture = Frame.clean(Scene.photograph(width, height)).picture();

    assertThat(codec.roundTrip(picture, 0.5).sameSizeAs(picture)).isTrue();
  }

  @Test
  void matrixAndRangeAreKept() {
    Picture picture =
        Colour.toPicture(Scene.photograph(16, 16), ColourMatrix.BT601, ColourRange.FULL);

    Picture coded = codec.roundTrip(picture, 0.3);

    assertThat(coded.matrix()).isEqualTo(ColourMatrix.BT601);
    assertThat(coded.range()).isEqualTo(ColourRange.FULL);
  }

  @Test
  void theFinestQuantiserIsOffByRoundingOnly() {
    Picture picture = Frame.clean(Scene.photograph(64, 48)).picture();
    Picture coded = codec.roundTrip(picture, 0);

    assertThat(meanError(picture.luma(), coded.luma())).isLessThan(0.6);
    assertThat(meanError(picture.cb(), coded.cb())).isLessThan(0.6);
  }

  @Test
  void aCoarserQuantiserIsFurtherOff() {
    Picture picture = Frame.clean(Scene.photograph(64, 48)).picture();

    double fine = meanError(picture.luma(), codec.roundTrip(picture, 0.3).luma());
    double coarse = meanError(picture.luma(), codec.roundTrip(picture, 0.9).luma());

    assertThat(coarse).isGreaterThan(3 * fine);
  }

  @Test
  void theEdgesOfBlocksShow() {
    RgbImage ramp = Scene.ramp(128, 64);
    Picture coded = codec.roundTrip(Frame.clean(ramp).picture(), 0.96);
    double onGrid = 0;
    double offGrid = 0;
    for (int x = 1; x < 128; x++) {
      double step = Math.abs((coded.luma()[x] & 0xff) - (coded.luma()[x - 1] & 0xff));
      if (x % 8 == 0) {
        onGrid += step / 15;
      } else {
        offGrid += step / 112;
      }
    }

    assertThat(onGrid).isGreaterThan(2 * offGrid);
  }

  @Test
  void aQuantiserOffTheScaleIsRefused() {
    Picture picture = Frame.clean(Scene.photograph(8, 8)).picture();

    assertThatThrownBy(() -> codec.roundTrip(picture, 1.2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.2");
  }

  private static double meanError(byte[] a, byte[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs((a[i] & 0xff) - (b[i] & 0xff));
    }
    return sum / a.length;
  }
}
