package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.RgbImage;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BandingTest {
  private final SplittableRandom random = new SplittableRandom(1);

  @ParameterizedTest
  @ValueSource(doubles = {0.014, 0.05, 0.14})
  void noSampleOfASmoothSurfaceMovesByMoreThanHalfAStep(double step) {
    RgbImage ramp = Scene.ramp(300, 8);

    assertThat(Scene.largestStep(ramp.green(), Banding.contours(ramp, step, random).green()))
        .isBetween(0.3 * step, 0.5001 * step);
  }

  @Test
  void theLevelsOfContoursAreStepsApartAndBlackIsOneOfThem() {
    float[] luma = Luma.of(Banding.contours(Scene.ramp(400, 8), 0.1, random));
    int onLevel = 0;
    for (int x = 10; x < 390; x++) {
      double position = luma[4 * 400 + x] / 0.1;
      onLevel += Math.abs(position - Math.rint(position)) < 0.05 ? 1 : 0;
    }

    assertThat(onLevel).isGreaterThan(340);
  }

  @Test
  void anEvenSurfaceOnALevelStaysWhereItIs() {
    RgbImage grey = Scene.flat(20, 20, 0.4f, 0.4f, 0.4f);

    assertThat(Scene.largestStep(grey.red(), Banding.contours(grey, 0.1, random).red()))
        .isLessThan(1e-5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.012, 0.04, 0.1, 0.16})
  void bitDepthRoundsToTheNearestLevel(double step) {
    RgbImage scene = Scene.photograph(40, 30);
    RgbImage cut = Banding.bitDepth(scene, step, random);
    double spacing = 1.0 / Math.round(1 / step);
    for (int plane = 0; plane < 3; plane++) {
      assertThat(Scene.largestStep(scene.planes()[plane], cut.planes()[plane]))
          .isLessThan(0.5001 * spacing);
      for (float sample : cut.planes()[plane]) {
        assertThat(sample / spacing).isCloseTo(Math.rint(sample / spacing), within(1e-4));
      }
    }
  }

  @Test
  void ditherFraysTheContoursAndKeepsTheLevels() {
    RgbImage ramp = Scene.ramp(300, 40);

    float[] plain = Banding.bitDepth(ramp, 0.1, random).green();
    float[] frayed = Banding.dithered(ramp, 0.1, random).green();

    // Three quarters of a step: half a step by rounding, a quarter by the dither.
    assertThat(Scene.largestStep(ramp.green(), frayed)).isBetween(0.055, 0.0751);
    assertThat(columnsOfOneLevel(plain, 300)).isEqualTo(300);
    assertThat(columnsOfOneLevel(frayed, 300)).isBetween(100, 200);
    for (float sample : frayed) {
      assertThat(sample * 10).isCloseTo((float) Math.rint(sample * 10), within(1e-4f));
    }
  }

  private static int columnsOfOneLevel(float[] plane, int width) {
    int even = 0;
    for (int x = 0; x < width; x++) {
      boolean same = true;
      for (int i = x; i < plane.length; i += width) {
        same &= plane[i] == plane[x];
      }
      even += same ? 1 : 0;
    }
    return even;
  }

  @Test
  void blackAndWhiteSurviveDither() {
    RgbImage ends = Banding.dithered(Scene.flat(40, 40, 0, 1, 0.5f), 0.1, random);

    assertThat(ends.red()).containsOnly(0);
    assertThat(ends.green()).containsOnly(1);
  }

  @Test
  void aSecondCutToTheSameLevelsChangesNothing() {
    RgbImage once = Banding.bitDepth(Scene.photograph(40, 30), 0.07, random);

    assertThat(Banding.bitDepth(once, 0.07, random).planes()).isDeepEqualTo(once.planes());
  }

  @Test
  void blackAndWhiteSurviveEveryBitDepth() {
    for (double step = 0.012; step < 0.17; step += 0.004) {
      RgbImage cut = Banding.bitDepth(Scene.flat(1, 1, 0, 1, 0), step, random);

      assertThat(cut.red()[0]).isZero();
      assertThat(cut.green()[0]).isEqualTo(1);
    }
  }

  @Test
  void contoursKeepTheTextureOfASurface() {
    RgbImage textured = Scene.ramp(120, 60);
    SplittableRandom grain = new SplittableRandom(3);
    for (int i = 0; i < textured.red().length; i++) {
      float v = 0.01f * (float) grain.nextGaussian();
      for (float[] plane : textured.planes()) {
        plane[i] += v;
      }
    }
    float[] before = steps(textured);
    float[] after = steps(Banding.contours(textured, 0.1, random));

    // The median step is that of the grain, whatever becomes of the gradient below.
    assertThat(after[after.length / 2]).isCloseTo(before[before.length / 2], within(0.002f));
  }

  /** Sizes of the steps from pixel to pixel, sorted. */
  private static float[] steps(RgbImage image) {
    float[] luma = Luma.of(image);
    float[] steps = new float[luma.length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = Math.abs(luma[i + 1] - luma[i]);
    }
    Arrays.sort(steps);
    return steps;
  }
}
