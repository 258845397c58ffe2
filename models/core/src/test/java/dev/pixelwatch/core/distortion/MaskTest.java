package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MaskTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.3, 0.6, 0.9})
  void aMaskCoversAboutTheShareAskedFor(double coverage) {
    for (double scale : new double[] {4, 20, 128}) {
      for (int seed = 0; seed < 5; seed++) {
        Mask mask = Mask.perlin(128, 128, scale, coverage, 0.1, new SplittableRandom(seed));

        assertThat(share(mask)).as("scale %s", scale).isCloseTo(coverage, within(0.06));
      }
    }
  }

  @Test
  void aSmallScaleGivesMoreAndSmallerSpots() {
    assertThat(borders(4)).isGreaterThan(3 * borders(40));
  }

  @Test
  void aDrawnMaskIsAPlaceAndNoTexture() {
    SplittableRandom random = new SplittableRandom(12);
    for (int n = 0; n < 100; n++) {
      assertThat(borders(Mask.draw(128, 128, random))).isLessThan(128 * 128 / 8);
    }
  }

  @Test
  void softMasksHaveMoreWeightsInBetweenThanHardOnes() {
    assertThat(inBetween(0)).isLessThan(0.1);
    assertThat(inBetween(1)).isGreaterThan(0.4);
  }

  @Test
  void drawnWeightsLieInTheUnitIntervalAtAnySize() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 100; i++) {
      int width = 1 + random.nextInt(70);
      int height = 1 + random.nextInt(70);
      Mask mask = Mask.draw(width, height, random);

      for (int p = 0; p < width * height; p++) {
        assertThat(mask.weight(p)).isBetween(0f, 1f);
      }
    }
  }

  @Test
  void byCellAMaskIsAllOrNothing() {
    Mask mask = Mask.perlin(70, 50, 20, 0.5, 0.5, new SplittableRandom(2)).byCell();

    assertThat(mask.cellMeans()).containsOnly(0f, 1f).contains(0f, 1f);
  }

  @Test
  void aCellCutByTheEdgeHasTheMeanOfItsOwnPixels() {
    assertThat(Mask.whole(17, 33).cellMeans()).hasSize(6).containsOnly(1f);
  }

  @Test
  void blendingTakesTheInputOrTheDistortedSampleByWeight() {
    Mask mask = Mask.perlin(32, 32, 12, 0.5, 0.6, new SplittableRandom(3));
    RgbImage dark = Scene.flat(32, 32, 0, 0, 0);
    RgbImage bright = Scene.flat(32, 32, 1, 1, 1);

    RgbImage blended = mask.blend(dark, bright);

    for (int i = 0; i < blended.red().length; i++) {
      assertThat(blended.green()[i]).isEqualTo(mask.weight(i));
    }
  }

  private static double share(Mask mask) {
    int covered = 0;
    for (int i = 0; i < 128 * 128; i++) {
      covered += mask.weight(i) >= 0.5f ? 1 : 0;
    }
    return covered / (128.0 * 128);
  }

  private static int borders(double scale) {
    return borders(Mask.perlin(128, 128, scale, 0.5, 0, new SplittableRandom(7)));
  }

  /** How many pixels lie beside one on the other side of a half. */
  private static int borders(Mask mask) {
    int borders = 0;
    for (int i = 1; i < 128 * 128; i++) {
      borders += (mask.weight(i) >= 0.5f) != (mask.weight(i - 1) >= 0.5f) ? 1 : 0;
    }
    return borders;
  }

  private static double inBetween(double softness) {
    Mask mask = Mask.perlin(128, 128, 40, 0.5, softness, new SplittableRandom(4));
    int between = 0;
    for (int i = 0; i < 128 * 128; i++) {
      between += mask.weight(i) > 0.05f && mask.weight(i) < 0.95f ? 1 : 0;
    }
    return between / (128.0 * 128);
  }

  @Test
  void theWholeMaskGivesTheDistortedPictureAndOnlyThat() {
    Picture input = Frame.clean(Scene.photograph(33, 21)).picture();
    Picture distorted = Frame.clean(Scene.photograph(34, 21).crop(1, 0, 33, 21)).picture();

    assertThat(Mask.whole(33, 21).blend(input, distorted)).isEqualTo(distorted);
  }

  @Test
  void aPictureUnderAMaskOfCellsIsTheOneOrTheOther() {
    Picture input = Frame.clean(Scene.flat(70, 50, 0.1f, 0.1f, 0.6f)).picture();
    Picture distorted = Frame.clean(Scene.flat(70, 50, 0.8f, 0.2f, 0.1f)).picture();
    Mask mask = Mask.perlin(70, 50, 20, 0.5, 0.5, new SplittableRandom(2)).byCell();

    Picture blended = mask.blend(input, distorted);

    for (int i = 0; i < 70 * 50; i++) {
      Picture expected = mask.weight(i) == 1 ? distorted : input;
      int c = i / 70 / 2 * 35 + i % 70 / 2;
      assertThat(blended.luma()[i]).isEqualTo(expected.luma()[i]);
      assertThat(blended.cb()[c]).isEqualTo(expected.cb()[c]);
      assertThat(blended.cr()[c]).isEqualTo(expected.cr()[c]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 15, 16, 17, 33})
  void everySampleOfABlendLiesBetweenTheTwo(int side) {
    SplittableRandom random = new SplittableRandom(side);
    for (int n = 0; n < 10; n++) {
      Picture a = Frame.clean(Scene.photograph(side, side + 1)).picture();
      Picture b = RoundingNoise.add(a, random);
      Picture blended = Mask.draw(side, side + 1, random).blend(a, b);
      for (int i = 0; i < a.luma().length; i++) {
        int low = Math.min(a.luma()[i] & 0xff, b.luma()[i] & 0xff);
        int high = Math.max(a.luma()[i] & 0xff, b.luma()[i] & 0xff);
        assertThat(blended.luma()[i] & 0xff).isBetween(low, high);
      }
      assertThat(blended.cb()).isEqualTo(a.cb());
    }
  }

  @Test
  void blendingTheOtherWayRoundGivesTheRest() {
    Mask mask = Mask.perlin(30, 20, 9, 0.4, 0.8, new SplittableRandom(8));
    RgbImage a = Scene.photograph(30, 20);
    RgbImage b = Scene.flat(30, 20, 0.9f, 0.1f, 0.5f);

    RgbImage there = mask.blend(a, b);
    RgbImage back = mask.blend(b, a);

    for (int i = 0; i < a.red().length; i++) {
      assertThat(there.red()[i] + back.red()[i]).isCloseTo(a.red()[i] + 0.9f, within(1e-5f));
    }
  }

  @Test
  void aSeedRepeatsAMask() {
    float[] means = Mask.draw(90, 70, new SplittableRandom(4)).cellMeans();

    assertThat(Mask.draw(90, 70, new SplittableRandom(4)).cellMeans()).isEqualTo(means);
    assertThat(Mask.draw(90, 70, new SplittableRandom(5)).cellMeans()).isNotEqualTo(means);
  }

  @Test
  void drawnMasksDifferWidelyInWhatTheyCover() {
    double least = 1;
    double most = 0;
    SplittableRandom random = new SplittableRandom(6);
    for (int n = 0; n < 60; n++) {
      double covered = Scene.mean(Mask.draw(128, 128, random).cellMeans());
      least = Math.min(least, covered);
      most = Math.max(most, covered);
    }

    assertThat(least).isLessThan(0.2);
    assertThat(most).isGreaterThan(0.8);
  }
}
