package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BayerMosaicTest {

  @Test
  void thePatternIsRedGreenGreenBlue() {
    RgbImage image = Scene.flat(4, 2, 0.1f, 0.2f, 0.3f);

    assertThat(BayerMosaic.sample(image))
        .containsExactly(0.1f, 0.2f, 0.1f, 0.2f, 0.2f, 0.3f, 0.2f, 0.3f);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 5", "16, 9", "1, 4", "7, 1"})
  void whatTheSensorReadComesBackUnchanged(int width, int height) {
    RgbImage image = Scene.photograph(width, height);
    float[] mosaic = BayerMosaic.sample(image);

    assertThat(BayerMosaic.sample(BayerMosaic.demosaic(mosaic, width, height))).isEqualTo(mosaic);
  }

  @Test
  void aSlantedPlaneIsInterpolatedExactlyInside() {
    RgbImage slope = new RgbImage(12, 10);
    for (int i = 0; i < 120; i++) {
      float level = 0.1f + 0.03f * (i % 12) + 0.02f * (i / 12);
      slope.red()[i] = level;
      slope.green()[i] = level + 0.1f;
      slope.blue()[i] = level + 0.2f;
    }

    RgbImage back = BayerMosaic.demosaic(BayerMosaic.sample(slope), 12, 10);

    for (int y = 1; y < 9; y++) {
      for (int x = 1; x < 11; x++) {
        int i = 12 * y + x;
        assertThat(back.red()[i]).isCloseTo(slope.red()[i], within(1e-6f));
        assertThat(back.green()[i]).isCloseTo(slope.green()[i], within(1e-6f));
        assertThat(back.blue()[i]).isCloseTo(slope.blue()[i], within(1e-6f));
      }
    }
  }

  @Test
  void aRedSampleReachesItsEightNeighboursByDistance() {
    float[] mosaic = new float[49];
    mosaic[2 * 7 + 2] = 1;

    RgbImage image = BayerMosaic.demosaic(mosaic, 7, 7);

    assertThat(image.red()[2 * 7 + 2]).isEqualTo(1);
    assertThat(image.red()[2 * 7 + 1]).isEqualTo(0.5f);
    assertThat(image.red()[3 * 7 + 2]).isEqualTo(0.5f);
    assertThat(image.red()[3 * 7 + 3]).isEqualTo(0.25f);
    assertThat(image.red()[2 * 7 + 4]).isZero();
    assertThat(image.green()).containsOnly(0);
    assertThat(image.blue()).containsOnly(0);
  }

  @Test
  void everyColourSpreadsToFourTimesItsOwnArea() {
    // One site in four is red, one blue, two green: interpolation fills the rest.
    for (int site : new int[] {2 * 9 + 2, 3 * 9 + 3}) {
      float[] mosaic = new float[81];
      mosaic[site] = 1;
      RgbImage image = BayerMosaic.demosaic(mosaic, 9, 9);

      assertThat(81 * (Scene.mean(image.red()) + Scene.mean(image.blue()))).isEqualTo(4);
    }
    float[] mosaic = new float[81];
    mosaic[3 * 9 + 4] = 1;

    assertThat(81 * Scene.mean(BayerMosaic.demosaic(mosaic, 9, 9).green())).isEqualTo(2);
  }
}
