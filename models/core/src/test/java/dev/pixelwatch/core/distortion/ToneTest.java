package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.RgbImage;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Contrast, saturation and banding. */
final class ToneTest {
  private final RgbImage scene = Scene.photograph(64, 48);
  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void contrastSpreadsLumaAboutMidGrey() {
    float[] dark = {0.36f};
    for (double slope : new double[] {-0.6, 0.6}) {
      RgbImage patch = Scene.flat(1, 1, dark[0], dark[0], dark[0]);
      float linear = Tone.linearContrast(patch, slope, random).green()[0];
      float curved = Tone.curvedContrast(patch, slope, random).green()[0];

      assertThat(Math.signum(dark[0] - linear)).isEqualTo((float) Math.signum(slope));
      assertThat(Math.signum(dark[0] - curved)).isEqualTo((float) Math.signum(slope));
    }
  }

  @Test
  void midGreyStays() {
    RgbImage mid = Scene.flat(1, 1, 0.46f, 0.46f, 0.46f);

    assertThat(Tone.linearContrast(mid, 0.8, random).red()[0]).isCloseTo(0.46f, within(1e-3f));
    assertThat(Tone.curvedContrast(mid, -0.8, random).red()[0]).isCloseTo(0.46f, within(2e-3f));
  }

  @Test
  void theCurveKeepsBlackAndWhite() {
    assertThat(Tone.curvedContrast(Scene.flat(1, 1, 0, 0, 0), 1, random).red()[0]).isZero();
    assertThat(Tone.curvedContrast(Scene.flat(1, 1, 1, 1, 1), 1, random).red()[0])
        .isCloseTo(1, within(1e-5f));
  }

  @Test
  void noSaturationIsGrey() {
    RgbImage grey = Tone.saturation(scene, -1, random);

    assertThat(Scene.largestStep(grey.red(), grey.green())).isLessThan(1e-5);
    assertThat(Scene.largestStep(grey.red(), grey.blue())).isLessThan(1e-5);
  }

  @Test
  void saturationKeepsLumaInBothDirections() {
    float[] before = Luma.of(scene);

    assertThat(Scene.largestStep(before, Luma.of(Tone.saturation(scene, 1, random))))
        .isLessThan(1e-5);
    assertThat(Scene.largestStep(before, Luma.of(Tone.saturation(scene, -0.7, random))))
        .isLessThan(1e-5);
  }

  @Test
  void moreSaturationMovesTheChannelsApart() {
    RgbImage more = Tone.saturation(scene, 0.5, random);

    assertThat(Scene.deviation(more.red(), more.blue()))
        .isGreaterThan(1.3 * Scene.deviation(scene.red(), scene.blue()));
  }

  @Test
  void bitDepthLeavesFewLevelsInARamp() {
    RgbImage cut = Banding.bitDepth(Scene.ramp(256, 4), 0.1, random);

    assertThat(levels(cut.green())).isBetween(4, 6);
  }

  @Test
  void contoursTurnARampIntoStairs() {
    int flat = 0;
    float[] luma = Luma.of(Banding.contours(Scene.ramp(256, 16), 0.1, new SplittableRandom(2)));
    for (int x = 1; x < 256; x++) {
      flat += Math.abs(luma[8 * 256 + x] - luma[8 * 256 + x - 1]) < 0.0005f ? 1 : 0;
    }

    assertThat(flat).isGreaterThan(180);
  }

  @Test
  void textureHidesContours() {
    RgbImage textured = Scene.ramp(128, 64);
    SplittableRandom grain = new SplittableRandom(5);
    for (int i = 0; i < textured.red().length; i++) {
      float v = 0.1f * (float) grain.nextGaussian();
      for (float[] plane : textured.planes()) {
        plane[i] = Math.min(1, Math.max(0, plane[i] + v));
      }
    }

    RgbImage smooth = Scene.ramp(128, 64);
    double inTexture = contourDeviation(textured);

    assertThat(inTexture).isLessThan(contourDeviation(smooth) / 5);
  }

  private double contourDeviation(RgbImage image) {
    RgbImage banded = Banding.contours(image, 0.1, new SplittableRandom(2));
    return Scene.deviation(Luma.of(image), Luma.of(banded));
  }

  private static int levels(float[] plane) {
    Set<Float> levels = new HashSet<>();
    for (float v : plane) {
      levels.add(v);
    }
    return levels.size();
  }

  @Test
  void noChangeOfContrastOrSaturationIsNoChange() {
    for (int plane = 0; plane < 3; plane++) {
      float[] before = scene.planes()[plane];
      assertThat(Scene.largestStep(before, Tone.linearContrast(scene, 0, random).planes()[plane]))
          .isLessThan(1e-6);
      assertThat(Scene.largestStep(before, Tone.curvedContrast(scene, 0, random).planes()[plane]))
          .isLessThan(1e-5);
      assertThat(Scene.largestStep(before, Tone.saturation(scene, 0, random).planes()[plane]))
          .isLessThan(1e-6);
    }
  }

  @Test
  void aStraightContrastScalesEveryStepOfLuma() {
    RgbImage ramp = Scene.ramp(40, 2);
    for (double logSlope : new double[] {-0.8, -0.3, 0.5}) {
      float[] after = Luma.of(Tone.linearContrast(ramp, logSlope, random));
      float slope = (float) Math.pow(2, logSlope);
      for (int i = 1; i < after.length; i++) {
        assertThat(after[i] - after[i - 1])
            .isCloseTo(slope * (ramp.green()[i] - ramp.green()[i - 1]), within(1e-5f));
      }
    }
  }

  @Test
  void theOppositeCurveTakesACurveBack() {
    RgbImage greys = greys();
    for (double logSlope : new double[] {-1.1, -0.4, 0.4}) {
      RgbImage back =
          Tone.curvedContrast(Tone.curvedContrast(greys, logSlope, random), -logSlope, random);

      assertThat(Scene.largestStep(back.green(), greys.green())).isLessThan(0.01);
    }
  }

  @Test
  void aCurveKeepsTheOrderOfTheGreys() {
    for (double logSlope : new double[] {-1.1, -0.5, 0.5, 1.1}) {
      float[] curved = Tone.curvedContrast(greys(), logSlope, random).red();
      for (int i = 1; i < curved.length; i++) {
        assertThat(curved[i]).isGreaterThanOrEqualTo(curved[i - 1]);
      }
    }
  }

  @Test
  void contrastDrivesGreysFromTheMiddleOrTowardsIt() {
    float[] greys = greys().red();
    float[] more = Tone.curvedContrast(greys(), 0.7, random).red();
    float[] less = Tone.curvedContrast(greys(), -0.7, random).red();
    for (int i = 0; i < greys.length; i++) {
      float side = greys[i] - 0.46f;
      assertThat(side * (more[i] - greys[i])).isGreaterThan(-1e-5f);
      assertThat(side * (less[i] - greys[i])).isLessThan(1e-5f);
    }
  }

  @Test
  void halfTheSaturationIsHalfTheWayToGrey() {
    RgbImage half = Tone.saturation(scene, -0.5, random);
    float[] luma = Luma.of(scene);
    for (int plane = 0; plane < 3; plane++) {
      for (int i = 0; i < luma.length; i++) {
        float sample = scene.planes()[plane][i];
        assertThat(half.planes()[plane][i]).isCloseTo((sample + luma[i]) / 2, within(1e-5f));
      }
    }
  }

  @Test
  void aColourAtTheEdgeOfTheGamutCannotBecomeMoreColourful() {
    RgbImage red = Scene.flat(1, 1, 1, 0.2f, 0.2f);

    RgbImage more = Tone.saturation(red, 1, random);

    assertThat(more.red()[0]).isCloseTo(1, within(1e-6f));
    assertThat(more.green()[0]).isCloseTo(0.2f, within(1e-6f));
  }

  /** All greys of 8 bits. */
  private static RgbImage greys() {
    RgbImage greys = new RgbImage(256, 1);
    for (float[] plane : greys.planes()) {
      for (int i = 0; i < 256; i++) {
        plane[i] = i / 255f;
      }
    }
    return greys;
  }
}
