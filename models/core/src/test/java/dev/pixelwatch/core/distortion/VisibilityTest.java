package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.RgbImage;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class VisibilityTest {
  private static final Mask WHOLE = Mask.whole(32, 16);

  @ParameterizedTest
  @EnumSource(DistortionType.class)
  void withoutAChangeNothingIsSeen(DistortionType type) {
    Difference none = difference(0, 0);

    assertThat(seen(type, 1, WHOLE, none)).containsOnly(0f);
  }

  @ParameterizedTest
  @EnumSource(DistortionType.class)
  void aLargeChangeIsSeenAtItsSeverity(DistortionType type) {
    Difference large = difference(0.4f, 0.4f);

    assertThat(seen(type, 0.7, WHOLE, large)).containsOnly(0.7f);
  }

  @ParameterizedTest
  @EnumSource(DistortionType.class)
  void aDirectionBelowZeroIsSeenAsStrongly(DistortionType type) {
    Difference large = difference(0.4f, 0.4f);

    assertThat(seen(type, -0.7, WHOLE, large)).containsOnly(0.7f);
  }

  @Test
  void aSmallChangeIsSeenInProportionToWhatExceedsTheThreshold() {
    float once = seen(DistortionType.BLUR, 1, WHOLE, difference(0.006f, 0))[0];
    float twice = seen(DistortionType.BLUR, 1, WHOLE, difference(0.010f, 0))[0];
    float thrice = seen(DistortionType.BLUR, 1, WHOLE, difference(0.014f, 0))[0];

    assertThat(once).isBetween(0.05f, 0.4f);
    assertThat(thrice - twice).isCloseTo(twice - once, within(1e-5f));
  }

  @Test
  void colourIsSeenInChromaOnly() {
    assertThat(seen(DistortionType.WARMTH, 1, WHOLE, difference(0.4f, 0))).containsOnly(0f);
    assertThat(seen(DistortionType.NOISE, 1, WHOLE, difference(0, 0.4f))).containsOnly(0f);
  }

  @Test
  void aChangeOfLevelAloneIsNoContour() {
    float[] luma = new float[32 * 16];
    Arrays.fill(luma, 0.05f);
    Difference shifted = new Difference(32, 16, luma, new float[luma.length]);

    for (float seen : seen(DistortionType.BANDING, 1, WHOLE, shifted)) {
      assertThat(seen).isCloseTo(0, within(1e-3f));
    }
  }

  @Test
  void aCellHalfCoveredCountsHalf() {
    Mask mask = Mask.perlin(32, 16, 24, 0.5, 0, new SplittableRandom(1));

    float[] seen = seen(DistortionType.NOISE, 0.8, mask, difference(0.4f, 0.4f));

    float[] covered = mask.cellMeans();
    assertThat(seen[0]).isCloseTo(0.8f * covered[0], within(1e-6f));
    assertThat(seen[1]).isCloseTo(0.8f * covered[1], within(1e-6f));
  }

  @Test
  void blurIsSeenAtTheEdgeAndNotBesideIt() {
    RgbImage edge = Scene.edge(96, 16);
    RgbImage blurred = Optics.gaussianBlur(edge, 2, new SplittableRandom(1));

    float[] seen =
        seen(DistortionType.BLUR, 0.6, Mask.whole(96, 16), Difference.between(edge, blurred));

    assertThat(seen[2]).isEqualTo(0.6f);
    assertThat(seen[3]).isEqualTo(0.6f);
    assertThat(seen[0]).isLessThan(0.01f);
    assertThat(seen[5]).isLessThan(0.01f);
  }

  @ParameterizedTest
  @EnumSource(
      value = DistortionType.class,
      names = {"BANDING", "GHOSTING"})
  void aContourIsSeenInTheCellsBesideItToo(DistortionType type) {
    float[] seen = seen(type, 0.8, Mask.whole(80, 48), contour());

    assertThat(seen[7]).isEqualTo(0.8f);
    assertThat(seen[6]).isEqualTo(seen[8]).isGreaterThan(0.5f);
    assertThat(seen[5]).isZero();
    assertThat(seen[9]).isZero();
  }

  @Test
  void aStuckPixelIsSeenInItsCellAlone() {
    float[] seen = seen(DistortionType.CORRUPTION, 1, Mask.whole(80, 48), contour());

    assertThat(seen[7]).isGreaterThan(0);
    assertThat(seen[6]).isZero();
    assertThat(seen[8]).isZero();
  }

  @Test
  void whatTheMaskLeavesOutIsNotBandedByAContourBesideIt() {
    Mask mask = Mask.perlin(32, 16, 24, 0.5, 0, new SplittableRandom(1));
    Difference large = difference(0.4f, 0.4f);

    assertThat(seen(DistortionType.BANDING, 1, mask, large)).containsExactly(mask.cellMeans());
  }

  @Test
  void aChangeOfHalfACodeValueIsNotSeen() {
    float[] seen = seen(DistortionType.BLUR, 1, WHOLE, difference(1 / 440f, 0));

    assertThat(seen).containsOnly(0f);
  }

  private static float[] seen(
      DistortionType type, double severity, Mask mask, Difference difference) {
    return Visibility.intensities(type, severity, mask, Visibility.change(type, difference));
  }

  /** Changes down the middle of the middle column of five cells, in each of three rows. */
  private static Difference contour() {
    float[] luma = new float[80 * 48];
    for (int y = 0; y < 48; y++) {
      luma[y * 80 + 40] = 0.2f;
    }
    return new Difference(80, 48, luma, new float[luma.length]);
  }

  /** A change of alternating sign with these root mean squares. */
  private static Difference difference(float luma, float chroma) {
    float[] steps = new float[32 * 16];
    float[] squares = new float[steps.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = i % 2 == 0 ? luma : -luma;
      squares[i] = chroma * chroma;
    }
    return new Difference(32, 16, steps, squares);
  }
}
