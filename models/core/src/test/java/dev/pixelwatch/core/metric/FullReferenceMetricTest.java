package dev.pixelwatch.core.metric;

import static dev.pixelwatch.core.metric.FullReferenceMetric.SSIM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.RgbImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class FullReferenceMetricTest {
  private static final RgbImage CLEAN = TestImages.waves(200, 180);

  @ParameterizedTest
  @EnumSource
  void identicalImagesArePerfect(FullReferenceMetric metric) {
    double best = metric.higherIsBetter() ? metric == FullReferenceMetric.PSNR ? INFINITE : 1 : 0;

    assertThat(metric.of(CLEAN, CLEAN.copy())).isCloseTo(best, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource
  void moreNoiseIsWorse(FullReferenceMetric metric) {
    assertFallingQuality(
        metric,
        CLEAN,
        TestImages.noisy(CLEAN, 0.01f),
        TestImages.noisy(CLEAN, 0.04f),
        TestImages.noisy(CLEAN, 0.16f));
  }

  @ParameterizedTest
  @EnumSource
  void moreBlurIsWorse(FullReferenceMetric metric) {
    assertFallingQuality(
        metric,
        CLEAN,
        TestImages.smeared(CLEAN, 3),
        TestImages.smeared(CLEAN, 7),
        TestImages.smeared(CLEAN, 13));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"HAAR_PSI", "MDSI"},
      mode = Mode.INCLUDE)
  void aChangeOfColourAloneIsSeenByMeasuresOfColour(FullReferenceMetric metric) {
    double changed = metric.of(CLEAN, TestImages.recoloured(CLEAN));

    assertThat(Math.abs(changed - metric.of(CLEAN, CLEAN))).isGreaterThan(0.05);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"SSIM", "MS_SSIM", "GMSD"},
      mode = Mode.INCLUDE)
  void aChangeOfColourAloneIsNotSeenByMeasuresOfLuma(FullReferenceMetric metric) {
    double changed = metric.of(CLEAN, TestImages.recoloured(CLEAN));

    assertThat(changed).isCloseTo(metric.of(CLEAN, CLEAN), within(1e-4));
  }

  @ParameterizedTest
  @EnumSource
  void imagesWithoutContentHaveAFiniteValue(FullReferenceMetric metric) {
    RgbImage black = TestImages.grey(200, 200, 0);

    assertThat(metric.of(black, TestImages.grey(200, 200, 1))).isFinite();
    assertThat(metric.of(black, black)).isNotNaN();
  }

  @ParameterizedTest
  @EnumSource
  void theSmallestSideIsEnoughAndOnePixelLessIsRefused(FullReferenceMetric metric) {
    int side = metric.smallestSide();
    RgbImage smallest = TestImages.waves(side, side);

    assertThat(metric.of(smallest, smallest)).isNotNaN();
    if (side > 1) {
      RgbImage tiny = TestImages.waves(side - 1, side);
      assertThatThrownBy(() -> metric.of(tiny, tiny))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(metric.label() + " needs " + side + " pixels");
    }
  }

  @ParameterizedTest
  @EnumSource
  void differentSizesAreRefused(FullReferenceMetric metric) {
    assertThatThrownBy(() -> metric.of(new RgbImage(3, 2), new RgbImage(2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 x 2 and 2 x 3");
  }

  @Test
  void namesAreThoseOfTheLiterature() {
    assertThat(Arrays.stream(FullReferenceMetric.values()).map(FullReferenceMetric::label))
        .containsExactly("PSNR", "SSIM", "MS-SSIM", "GMSD", "HaarPSI", "MDSI");
    assertThat(Arrays.stream(FullReferenceMetric.values()).map(FullReferenceMetric::id))
        .containsExactly("psnr", "ssim", "ms_ssim", "gmsd", "haarpsi", "mdsi");
  }

  @ParameterizedTest
  @EnumSource
  void turningBothImagesAsideChangesNothing(FullReferenceMetric metric) {
    RgbImage other = TestImages.noisy(TestImages.smeared(CLEAN, 5), 0.05f);

    double upright = metric.of(CLEAN, other);
    double aside = metric.of(TestImages.transposed(CLEAN), TestImages.transposed(other));

    assertThat(aside).isCloseTo(upright, within(1e-4 * Math.abs(upright)));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "PSNR")
  void everyValueLiesOnTheScaleOfTheMeasure(FullReferenceMetric metric) {
    for (RgbImage image :
        new RgbImage[] {
          TestImages.noisy(CLEAN, 2),
          TestImages.grey(200, 180, 0),
          TestImages.grey(200, 180, 1),
          TestImages.recoloured(CLEAN)
        }) {
      assertThat(metric.of(CLEAN, image)).isBetween(metric == SSIM ? -1.0 : 0.0, 1 + 1e-6);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theImagesAreOnlyRead(FullReferenceMetric metric) {
    RgbImage other = TestImages.noisy(CLEAN, 0.1f);
    RgbImage clean = CLEAN.copy();
    RgbImage before = other.copy();

    metric.of(clean, other);

    assertThat(clean.planes()).isDeepEqualTo(CLEAN.planes());
    assertThat(other.planes()).isDeepEqualTo(before.planes());
  }

  @ParameterizedTest
  @EnumSource
  void aFaultInOneCornerIsSeenInEveryCorner(FullReferenceMetric metric) {
    double perfect = metric.of(CLEAN, CLEAN);
    int w = CLEAN.width();
    for (int corner : new int[] {0, w - 20, 160 * w, 180 * w - 20}) {
      RgbImage faulty = CLEAN.copy();
      for (float[] plane : faulty.planes()) {
        for (int i = 0; i < 400; i++) {
          // Checks of four pixels, which every measure must see.
          plane[corner % w + i % 20 + (Math.min(160, corner / w) + i / 20) * w] =
              (i % 20 / 4 + i / 80) % 2;
        }
      }

      assertThat(metric.of(CLEAN, faulty)).as("corner %d", corner).isNotEqualTo(perfect);
    }
  }

  @ParameterizedTest
  @EnumSource
  void oddSizesAreMeasuredLikeEvenOnes(FullReferenceMetric metric) {
    RgbImage odd = CLEAN.crop(0, 0, 199, 179);
    double even = metric.of(CLEAN, TestImages.smeared(CLEAN, 5));

    assertThat(metric.of(odd, TestImages.smeared(CLEAN, 5).crop(0, 0, 199, 179)))
        .isCloseTo(even, within(0.05 * Math.abs(even)));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"PSNR", "HAAR_PSI", "MDSI"})
  void aStripThatIsTooLowIsRefusedHoweverWideItIs(FullReferenceMetric metric) {
    RgbImage strip = TestImages.waves(300, metric.smallestSide() - 1);

    assertThatThrownBy(() -> metric.of(strip, strip))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("300 x " + (metric.smallestSide() - 1));
  }

  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private static void assertFallingQuality(
      FullReferenceMetric metric, RgbImage reference, RgbImage... worseAndWorse) {
    double sign = metric.higherIsBetter() ? 1 : -1;
    double last = sign * metric.of(reference, reference);
    for (RgbImage image : worseAndWorse) {
      double quality = sign * metric.of(reference, image);
      assertThat(quality).isLessThan(last);
      last = quality;
    }
  }
}
