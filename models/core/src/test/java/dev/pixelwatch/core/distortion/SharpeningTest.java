package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Sharpening and its counterpart, smearing. */
final class SharpeningTest {
  private final RgbImage scene = Scene.photograph(60, 44);

  @Test
  void halosDoubleWithTheGain() {
    float[] before = Luma.of(scene);
    float[] once = Luma.of(Sharpening.fine(scene, 0.1, new SplittableRandom(1)));
    float[] twice = Luma.of(Sharpening.fine(scene, 0.2, new SplittableRandom(1)));

    for (int i = 0; i < before.length; i++) {
      assertThat(twice[i] - before[i]).isCloseTo(2 * (once[i] - before[i]), within(1e-5f));
    }
  }

  @Test
  void whatAHaloTakesFromOneSideItGivesToTheOther() {
    RgbImage edge = Scene.edge(64, 16);
    for (int seed = 0; seed < 5; seed++) {
      float[] luma = Luma.of(Sharpening.wide(edge, 0.4, new SplittableRandom(seed)));

      assertThat(Scene.mean(luma)).isCloseTo(0.5, within(1e-5));
      for (int x = 0; x < 32; x++) {
        assertThat(luma[31 - x] + luma[32 + x]).isCloseTo(1, within(1e-5f));
      }
    }
  }

  @Test
  void theWideMaskReachesFurtherThanTheFineOne() {
    RgbImage edge = Scene.edge(64, 16);
    for (int seed = 0; seed < 5; seed++) {
      float[] fine = Luma.of(Sharpening.fine(edge, 1, new SplittableRandom(seed)));
      float[] wide = Luma.of(Sharpening.wide(edge, 1, new SplittableRandom(seed)));

      // Three pixels beside the edge.
      assertThat(wide[8 * 64 + 35] - 0.75f).isGreaterThan(2 * (fine[8 * 64 + 35] - 0.75f));
    }
  }

  @Test
  void aRampHasNothingToSharpen() {
    RgbImage ramp = Scene.ramp(80, 12);
    float[] luma = Luma.of(Sharpening.wide(ramp, 2.2, new SplittableRandom(1)));
    for (int x = 10; x < 70; x++) {
      assertThat(luma[6 * 80 + x]).isCloseTo(ramp.green()[6 * 80 + x], within(1e-5f));
    }
  }

  @Test
  void smearingTakesFaintTextureAwayAndKeepsStrongTexture() {
    double faint = ripple(0.01f);
    double strong = ripple(0.3f);
    for (RgbEffect filter : new RgbEffect[] {Smearing::guided, Smearing::bilateral}) {
      assertThat(left(filter, 0.01f) / faint).isLessThan(0.4);
      assertThat(left(filter, 0.3f) / strong).isGreaterThan(0.8);
    }
  }

  @Test
  void aGreaterContrastLeavesLessTexture() {
    for (RgbEffect filter : new RgbEffect[] {Smearing::guided, Smearing::bilateral}) {
      double last = Scene.sharpness(scene);
      for (double contrast : new double[] {0.01, 0.03, 0.09, 0.25}) {
        RgbImage smeared = filter.apply(scene, contrast, new SplittableRandom(1));

        assertThat(Scene.sharpness(smeared)).isLessThan(last);
        last = Scene.sharpness(smeared);
      }
    }
  }

  @Test
  void smearingNeverGoesBeyondWhatIsThere() {
    float[] luma = Luma.of(scene);
    float least = 1;
    float most = 0;
    for (float v : luma) {
      least = Math.min(least, v);
      most = Math.max(most, v);
    }
    for (float v : Luma.of(Smearing.bilateral(scene, 0.2, new SplittableRandom(1)))) {
      assertThat(v).isBetween(least - 1e-5f, most + 1e-5f);
    }
  }

  @Test
  void smearingKeepsTheMeanBrightness() {
    double before = Scene.mean(Luma.of(scene));
    SplittableRandom random = new SplittableRandom(1);

    assertThat(Scene.mean(Luma.of(Smearing.guided(scene, 0.08, random))))
        .isCloseTo(before, within(0.005));
    assertThat(Scene.mean(Luma.of(Smearing.bilateral(scene, 0.2, random))))
        .isCloseTo(before, within(0.005));
  }

  /** Deviation of a fine ripple on grey after the filter, away from the border. */
  private static double left(RgbEffect filter, float amplitude) {
    RgbImage out = filter.apply(rippled(amplitude), 0.06, new SplittableRandom(1));
    float[] inside = out.crop(10, 10, 20, 20).green();
    return Scene.deviation(new float[inside.length], inside);
  }

  private static double ripple(float amplitude) {
    float[] inside = rippled(amplitude).crop(10, 10, 20, 20).green();
    return Scene.deviation(new float[inside.length], inside);
  }

  private static RgbImage rippled(float amplitude) {
    RgbImage image = Scene.flat(40, 40, 0.5f, 0.5f, 0.5f);
    for (float[] plane : image.planes()) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] += amplitude * (float) Math.sin(2.1 * (i % 40) + 1.7 * (i / 40));
      }
    }
    return image;
  }
}
