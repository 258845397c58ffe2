package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PointSpreadTest {
  private static final int SIDE = 31;
  private static final int CENTRE = SIDE / 2 * SIDE + SIDE / 2;

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.9, 1, 1.7, 2.5, 4})
  void aDiscPassesAllTheLightAndPullsToNoSide(double radius) {
    float[] spread = spread(PointSpread.disc(radius));

    assertThat(sum(spread)).isCloseTo(1, within(1e-3));
    assertThat(moment(spread, 1, 0)).isCloseTo(0, within(1e-4));
    assertThat(moment(spread, 0, 1)).isCloseTo(0, within(1e-4));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.5, 2, 3, 4})
  void aDiscIsAsWideAsItsRadiusSays(double radius) {
    float[] spread = spread(PointSpread.disc(radius));

    // A disc of radius r has the variance r^2 / 4 along each axis.
    assertThat(Math.sqrt(4 * moment(spread, 2, 0))).isCloseTo(radius, within(0.35));
    assertThat(moment(spread, 2, 0)).isCloseTo(moment(spread, 0, 2), within(1e-4));
  }

  @Test
  void theLightOfADiscNeverRisesAwayFromItsCentre() {
    float[] spread = spread(PointSpread.disc(3.4));

    for (int x = 1; x < SIDE / 2; x++) {
      assertThat(spread[CENTRE + x]).isLessThanOrEqualTo(spread[CENTRE + x - 1]);
    }
    assertThat(spread[CENTRE + 5]).isZero();
  }

  @Test
  void aLineOfAnyLengthAndAnglePassesAllTheLight() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 60; i++) {
      double length = 1 + 10 * random.nextDouble();
      double angle = Math.PI * random.nextDouble();
      float[] spread = spread(PointSpread.line(length, angle));

      assertThat(sum(spread)).as("%f at %f", length, angle).isCloseTo(1, within(1e-3));
      assertThat(moment(spread, 1, 0)).isCloseTo(0, within(2e-3));
      assertThat(moment(spread, 0, 1)).isCloseTo(0, within(2e-3));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.4, 0.785, 1.2, 1.571, 2.5})
  void aLineSpreadsAlongItsAngleAndHardlyAcross(double angle) {
    float[] spread = spread(PointSpread.line(9, angle));
    double xx = moment(spread, 2, 0);
    double yy = moment(spread, 0, 2);
    double xy = moment(spread, 1, 1);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);

    // An even path of length l has the variance l^2 / 12; interpolation adds a little.
    assertThat(xx * cos * cos + 2 * xy * cos * sin + yy * sin * sin)
        .isCloseTo(81.0 / 12, within(0.6));
    assertThat(xx * sin * sin - 2 * xy * cos * sin + yy * cos * cos).isLessThan(0.3);
  }

  @Test
  void aLineIsTheSameForwardsAndBackwards() {
    float[] there = spread(PointSpread.line(7, 0.6));
    float[] back = spread(PointSpread.line(7, 0.6 + Math.PI));

    assertThat(Scene.largestStep(there, back)).isLessThan(1e-5);
  }

  @Test
  void twoPointsSpreadIndependently() {
    PointSpread spread = PointSpread.disc(2.2);
    float[] both = new float[SIDE * SIDE];
    both[CENTRE] = 0.25f;
    both[CENTRE + 3] = 0.75f;

    float[] out = spread.convolve(both, SIDE, SIDE);
    float[] one = spread(spread);

    for (int i = 3; i < out.length; i++) {
      assertThat(out[i]).isCloseTo(0.25f * one[i] + 0.75f * one[i - 3], within(1e-6f));
    }
  }

  @Test
  void beyondTheBorderTheOutermostSampleRepeats() {
    float[] plane = new float[12 * 5];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = i % 12 < 6 ? 0.2f : 0.8f;
    }

    float[] out = PointSpread.disc(3).convolve(plane, 12, 5);

    for (int y = 0; y < 5; y++) {
      assertThat(out[12 * y]).isCloseTo(0.2f, within(1e-4f));
      assertThat(out[12 * y + 11]).isCloseTo(0.8f, within(1e-4f));
      assertThat(out[12 * y + 5] + out[12 * y + 6]).isCloseTo(1, within(1e-4f));
    }
  }

  @Test
  void aPictureSmallerThanTheKernelKeepsItsLevel() {
    float[] plane = new float[6];
    Arrays.fill(plane, 0.7f);

    assertThat(Scene.largestStep(PointSpread.line(11, 0.3).convolve(plane, 2, 3), plane))
        .isLessThan(1e-3);
  }

  private static float[] spread(PointSpread spread) {
    float[] point = new float[SIDE * SIDE];
    point[CENTRE] = 1;
    return spread.convolve(point, SIDE, SIDE);
  }

  private static double sum(float[] spread) {
    return Scene.mean(spread) * spread.length;
  }

  /** Sum of x^i y^j over the light, from the centre. */
  private static double moment(float[] spread, int i, int j) {
    double sum = 0;
    for (int k = 0; k < spread.length; k++) {
      sum += spread[k] * Math.pow(k % SIDE - SIDE / 2, i) * Math.pow(k / SIDE - SIDE / 2, j);
    }
    return sum;
  }
}
