package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.RgbImage;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ResolutionTest {
  @Test
  void anEvenPictureStaysEven() {
    RgbImage grey = new RgbImage(37, 23);
    Arrays.fill(grey.green(), 0.4f);

    RgbImage lower = Resolution.lower(grey, 2.7, new SplittableRandom(1));

    for (float sample : lower.green()) {
      assertThat(sample).isCloseTo(0.4f, within(1e-5f));
    }
  }

  @Test
  void finePatternsGoAndAnEdgeOvershoots() {
    RgbImage lines = new RgbImage(64, 8);
    RgbImage edge = new RgbImage(64, 8);
    for (int i = 0; i < lines.red().length; i++) {
      lines.red()[i] = i % 2 == 0 ? 0.2f : 0.8f;
      edge.red()[i] = i % 64 < 32 ? 0.25f : 0.75f;
    }

    float[] smooth = Resolution.lower(lines, 2, new SplittableRandom(1)).red();
    float[] halo = Resolution.lower(edge, 2, new SplittableRandom(1)).red();

    for (float sample : smooth) {
      assertThat(sample).isCloseTo(0.5f, within(1e-4f));
    }
    float brightest = 0;
    for (float sample : halo) {
      brightest = Math.max(brightest, sample);
    }
    assertThat(brightest).isBetween(0.76f, 0.85f);
  }

  @Test
  void aFactorThatDividesTheSizeLeavesNoHole() {
    // 7 * (17 / 7.0) is 17 exactly, although 17 / (17 / 7.0) is a little more than 7.
    for (int n = 2; n < 70; n++) {
      for (int small = Math.max(1, n / 5); small < n; small++) {
        RgbImage grey = Scene.flat(n, 1, 0.4f, 0.4f, 0.4f);

        RgbImage lower = Resolution.lower(grey, n / (double) small, new SplittableRandom(1));

        assertThat(lower.red()[n - 1]).as("%d to %d", n, small).isCloseTo(0.4f, within(1e-5f));
      }
    }
  }

  @Test
  void theBrightnessOfAPictureIsKept() {
    RgbImage scene = Scene.photograph(61, 43);
    for (double factor : new double[] {1.15, 2, 3.3, 5}) {
      RgbImage lower = Resolution.lower(scene, factor, new SplittableRandom(3));

      assertThat(Scene.mean(lower.green())).isCloseTo(Scene.mean(scene.green()), within(0.01));
    }
  }

  @Test
  void aPictureOfFewerPixelsThanTheFactorBecomesItsMean() {
    RgbImage pair = new RgbImage(2, 1);
    pair.blue()[0] = 0.2f;
    pair.blue()[1] = 0.6f;

    RgbImage lower = Resolution.lower(pair, 4, new SplittableRandom(1));

    assertThat(lower.blue()[0]).isCloseTo(0.4f, within(1e-5f));
    assertThat(lower.blue()[1]).isCloseTo(0.4f, within(1e-5f));
  }

  @Test
  void aSmallerPictureLosesMoreDetail() {
    RgbImage scene = Scene.photograph(96, 64);
    double last = Scene.sharpness(scene);
    for (double factor : new double[] {1.3, 2.1, 3.2, 4.9}) {
      double left = Scene.sharpness(Resolution.lower(scene, factor, new SplittableRandom(5)));

      assertThat(left).as("factor %s", factor).isLessThan(last);
      last = left;
    }
  }
}
