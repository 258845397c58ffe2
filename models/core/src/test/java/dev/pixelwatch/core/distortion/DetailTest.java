package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.RgbImage;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Blur, sharpening, smearing, ghosting and aliasing: what happens to detail. */
final class DetailTest {
  private final RgbImage scene = Scene.photograph(96, 64);
  private final RgbImage edge = Scene.edge(64, 32);
  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void everyBlurLowersHighFrequencies() {
    double before = Scene.sharpness(scene);

    assertThat(Scene.sharpness(Optics.gaussianBlur(scene, 1.5, random))).isLessThan(before / 2);
    assertThat(Scene.sharpness(Optics.defocus(scene, 3, random))).isLessThan(before / 2);
    assertThat(Scene.sharpness(Optics.motionBlur(scene, 8, random))).isLessThan(0.9 * before);
  }

  @Test
  void blurKeepsTheAmountOfLight() {
    double before = Scene.mean(LightTables.linear(scene).green());

    assertThat(Scene.mean(LightTables.linear(Optics.defocus(scene, 3, random)).green()))
        .isCloseTo(before, within(0.01));
  }

  @Test
  void oversharpeningRaisesHighFrequencies() {
    double before = Scene.sharpness(scene);

    assertThat(Scene.sharpness(Sharpening.fine(scene, 1, random))).isGreaterThan(1.5 * before);
    assertThat(Scene.sharpness(Sharpening.wide(scene, 1, random))).isGreaterThan(1.5 * before);
  }

  @Test
  void oversharpeningPutsHalosOnBothSidesOfAnEdge() {
    float[] luma = Luma.of(Sharpening.wide(edge, 0.6, random));

    assertThat(luma[31]).isLessThan(0.22f);
    assertThat(luma[32]).isGreaterThan(0.78f);
    assertThat(luma[5]).isCloseTo(0.25f, within(1e-4f));
  }

  @Test
  void smearingWashesTextureAwayAndKeepsEdges() {
    RgbImage textured = edge.copy();
    for (int i = 0; i < textured.red().length; i++) {
      float ripple = (i % 64 + i / 64) % 2 == 0 ? 0.03f : -0.03f;
      for (float[] plane : textured.planes()) {
        plane[i] += ripple;
      }
    }
    for (RgbImage smeared :
        new RgbImage[] {
          Smearing.guided(textured, 0.08, random),
          Smearing.bilateral(textured, 0.12, random),
          NonLocalMeans.smear(textured, 0.12, random)
        }) {
      float[] luma = Luma.of(smeared);
      int row = 16 * 64;

      assertThat(luma[row + 11] - luma[row + 10]).isCloseTo(0, within(0.025f));
      assertThat(luma[row + 33] - luma[row + 30]).isGreaterThan(0.3f);
    }
  }

  @Test
  void nonLocalMeansLeaveAPatternThatRepeats() {
    RgbImage stripes = edge.copy();
    for (float[] plane : stripes.planes()) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = i % 4 < 2 ? 0.3f : 0.6f;
      }
    }

    float[] luma = Luma.of(NonLocalMeans.smear(stripes, 0.05, random));

    assertThat(Scene.largestStep(Luma.of(stripes), luma)).isLessThan(0.02);
    assertThat(Scene.largestStep(Luma.of(stripes), Luma.of(Smearing.guided(stripes, 0.2, random))))
        .isGreaterThan(0.05);
  }

  @Test
  void theMedianDropsALineThinnerThanItsWindowAndKeepsAWiderOne() {
    RgbImage lines = Scene.flat(64, 32, 0.2f, 0.2f, 0.2f);
    for (float[] plane : lines.planes()) {
      for (int y = 0; y < 32; y++) {
        plane[y * 64 + 10] = 0.8f;
        Arrays.fill(plane, y * 64 + 30, y * 64 + 34, 0.8f);
      }
    }
    int row = 16 * 64;

    float[] whole = Luma.of(Smearing.median(lines, 2, random));
    float[] mixed = Luma.of(Smearing.median(lines, 0.25, random));

    assertThat(whole[row + 10]).isCloseTo(0.2f, within(1e-5f));
    assertThat(whole[row + 31]).isCloseTo(0.8f, within(1e-5f));
    assertThat(mixed[row + 10]).isCloseTo(0.8f - 0.25f * 0.6f, within(1e-5f));
  }

  @Test
  void aGhostPutsASecondEdgeBesideTheFirst() {
    for (int seed = 0; seed < 10; seed++) {
      RgbImage dot = Scene.flat(64, 64, 0.2f, 0.2f, 0.2f);
      int centre = 32 * 64 + 32;
      dot.green()[centre] = 0.9f;

      float[] ghosted = Ghosting.blend(dot, 0.3, new SplittableRandom(seed)).green();

      int second = -1;
      for (int i = 0; i < ghosted.length; i++) {
        if (i != centre && ghosted[i] > 0.3f) {
          assertThat(second).isNegative();
          second = i;
        }
      }
      double distance = Math.hypot(second % 64 - 32, second / 64 - 32);
      assertThat(distance).isBetween(3.0, 15.0);
    }
  }

  @Test
  void ghostEdgesKeepTheBrightnessOfTheScene() {
    double before = Scene.mean(Luma.of(scene));

    assertThat(Scene.mean(Luma.of(Ghosting.edges(scene, 0.8, random))))
        .isCloseTo(before, within(0.01));
  }

  @Test
  void interlaceMovesEverySecondLineOnly() {
    RgbImage combed = Ghosting.interlace(scene, 5, random);
    int moved = 0;
    for (int y = 0; y < 64; y++) {
      boolean same = true;
      for (int x = 0; x < 96; x++) {
        same &= combed.green()[y * 96 + x] == scene.green()[y * 96 + x];
      }
      moved += same ? 0 : 1;
    }

    assertThat(moved).isEqualTo(32);
  }

  @Test
  void nearestScalingRepeatsSamplesThatTheInputHas() {
    RgbImage scaled = Aliasing.nearest(scene, 2.5, random);
    int repeated = 0;
    for (int i = 1; i < scaled.green().length; i++) {
      repeated += scaled.green()[i] == scaled.green()[i - 1] ? 1 : 0;
    }

    assertThat(repeated).isGreaterThan(scaled.green().length / 3);
    assertThat(scaled.green()).containsAnyOf(scene.green());
  }

  @Test
  void lineSkippingRepeatsWholeLines() {
    RgbImage skipped = Aliasing.lineSkipping(scene, 3, random);
    int repeated = 0;
    for (int y = 1; y < 64; y++) {
      boolean same = true;
      for (int x = 0; x < 96; x++) {
        same &= skipped.red()[y * 96 + x] == skipped.red()[y * 96 + x - 96];
      }
      repeated += same ? 1 : 0;
    }

    assertThat(repeated).isBetween(38, 46);
  }

  @Test
  void zippersColourTheEdgesOfAGreyScene() {
    RgbImage zipped = Aliasing.zipper(edge, 1, random);

    assertThat(Math.abs(zipped.red()[16 * 64 + 31] - zipped.blue()[16 * 64 + 31]))
        .isGreaterThan(0.1f);
    assertThat(zipped.red()[16 * 64 + 5]).isCloseTo(0.25f, within(1e-6f));
  }
}
