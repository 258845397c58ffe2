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
}
