package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The filters that the distortions are made of. */
final class FiltersTest {

  @Test
  void aConstantPlaneStaysConstantUpToTheBorder() {
    float[] plane = Scene.flat(9, 5, 0.3f, 0, 0).red();

    assertThat(Scene.largestStep(plane, Filters.gaussian(plane, 9, 5, 2))).isLessThan(1e-5);
    assertThat(Scene.largestStep(plane, Filters.box(plane, 9, 5, 3))).isLessThan(1e-5);
    assertThat(Scene.largestStep(plane, PointSpread.disc(3.3).convolve(plane, 9, 5)))
        .isLessThan(1e-2);
    assertThat(Scene.largestStep(plane, PointSpread.line(7, 1).convolve(plane, 9, 5)))
        .isLessThan(1e-2);
  }

  @Test
  void theGaussianHasTheWidthAskedFor() {
    float[] spread = Filters.gaussian(impulse(), 41, 41, 2);
    double variance = 0;
    for (int i = 0; i < spread.length; i++) {
      variance += spread[i] * Math.pow(i % 41 - 20, 2);
    }

    assertThat(Math.sqrt(variance)).isCloseTo(2, within(0.05));
  }

  @Test
  void theDiscIsRoundAndEven() {
    float[] spread = PointSpread.disc(5).convolve(impulse(), 41, 41);

    assertThat(spread[20 * 41 + 20]).isCloseTo(spread[20 * 41 + 24], within(1e-6f));
    assertThat(spread[20 * 41 + 24]).isCloseTo(spread[24 * 41 + 20], within(1e-6f));
    assertThat(spread[27 * 41 + 20]).isZero();
  }

  @Test
  void theLineLiesAlongItsAngle() {
    float[] spread = PointSpread.line(8, 0).convolve(impulse(), 41, 41);

    assertThat(spread[20 * 41 + 17]).isPositive();
    assertThat(spread[20 * 41 + 23]).isPositive();
    assertThat(spread[17 * 41 + 20]).isZero();
  }

  @Test
  void theTablesFollowTheTransferFunction() {
    for (int i = 0; i <= 1000; i++) {
      float t = i / 1000f;
      assertThat(LightTables.linear(t)).isCloseTo(Colour.toLinear(t), within(1e-5f));
      assertThat(LightTables.encoded(t)).isCloseTo(Colour.toEncoded(t), within(2e-4f));
    }
  }

  @Test
  void theTablesClipWhatLiesOutside() {
    assertThat(LightTables.encoded(-1)).isZero();
    assertThat(LightTables.encoded(3)).isCloseTo(1, within(1e-6f));
    assertThat(LightTables.linear(1.5f)).isEqualTo(1);
  }

  @Test
  void demosaicGivesAFlatColourBack() {
    RgbImage colour = Scene.flat(7, 5, 0.2f, 0.5f, 0.8f);

    RgbImage back = BayerMosaic.demosaic(BayerMosaic.sample(colour), 7, 5);

    assertThat(back.red()).containsOnly(0.2f);
    assertThat(back.green()).containsOnly(0.5f);
    assertThat(back.blue()).containsOnly(0.8f);
  }

  @Test
  void noiseFieldsVaryAboutZero() {
    float[] field = PerlinNoise.field(128, 128, 16, new SplittableRandom(1));

    assertThat(Scene.mean(field)).isCloseTo(0, within(0.1));
    assertThat(Scene.deviation(new float[field.length], field)).isBetween(0.1, 0.6);
  }

  private static float[] impulse() {
    float[] plane = new float[41 * 41];
    plane[20 * 41 + 20] = 1;
    return plane;
  }

  @Test
  void aBoxIsTheMeanOfItsSquareWithTheBorderRepeated() {
    int w = 9;
    int h = 6;
    SplittableRandom random = new SplittableRandom(2);
    float[] plane = new float[w * h];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (float) random.nextDouble();
    }
    for (int radius : new int[] {1, 3, 7}) {
      float[] box = Filters.box(plane, w, h, radius);
      for (int i = 0; i < plane.length; i++) {
        double sum = 0;
        for (int dy = -radius; dy <= radius; dy++) {
          for (int dx = -radius; dx <= radius; dx++) {
            int x = Math.min(w - 1, Math.max(0, i % w + dx));
            int y = Math.min(h - 1, Math.max(0, i / w + dy));
            sum += plane[y * w + x];
          }
        }
        assertThat((double) box[i]).isCloseTo(sum / Math.pow(2 * radius + 1, 2), within(1e-5));
      }
    }
  }

  @Test
  void theGaussianPassesAllTheLightAndFallsInEveryDirectionAlike() {
    for (double sigma : new double[] {0.3, 0.8, 2.4, 5}) {
      float[] spread = Filters.gaussian(impulse(), 41, 41, sigma);

      assertThat(spread.length * Scene.mean(spread)).isCloseTo(1, within(1e-4));
      for (int d = 1; d < 20; d++) {
        float right = spread[20 * 41 + 20 + d];
        assertThat(right).isLessThanOrEqualTo(spread[20 * 41 + 20 + d - 1]);
        assertThat(right).isCloseTo(spread[20 * 41 + 20 - d], within(1e-7f));
        assertThat(right).isCloseTo(spread[(20 + d) * 41 + 20], within(1e-7f));
        assertThat(right).isCloseTo(spread[(20 - d) * 41 + 20], within(1e-7f));
      }
    }
  }
}
