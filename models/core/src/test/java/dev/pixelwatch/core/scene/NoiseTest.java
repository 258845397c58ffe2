package dev.pixelwatch.core.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NoiseTest {
  private final Noise noise = new Noise(7);

  @Test
  void latticeValuesFillTheUnitIntervalEvenly() {
    int[] histogram = new int[10];
    for (int y = -50; y < 50; y++) {
      for (int x = -50; x < 50; x++) {
        histogram[(int) (10 * noise.at(x, y))]++;
      }
    }

    // 1000 in each, give or take.
    for (int count : histogram) {
      assertThat(count).isBetween(880, 1120);
    }
  }

  @Test
  void theSameSeedGivesTheSameNoiseOnEveryMachine() {
    assertThat(new Noise(7).at(3, -4)).isEqualTo(noise.at(3, -4));
    assertThat(new Noise(8).at(3, -4)).isNotEqualTo(noise.at(3, -4));
    // The upper half of a seed counts too.
    assertThat(new Noise(7 + (1L << 40)).at(3, -4)).isNotEqualTo(noise.at(3, -4));
  }

  @Test
  void neighboursOnTheLatticeAreUnrelated() {
    double product = 0;
    double power = 0;
    for (int i = 0; i < 10_000; i++) {
      float here = noise.at(i % 100, i / 100) - 0.5f;
      product += here * (noise.at(i % 100 + 1, i / 100) - 0.5);
      power += here * here;
    }

    assertThat(product / power).isCloseTo(0, within(0.04));
  }

  @Test
  void smoothNoisePassesThroughTheLattice() {
    for (int x = -3; x < 3; x++) {
      assertThat(noise.smooth(x, 5)).isCloseTo(noise.at(x, 5), within(1e-6f));
    }
  }

  @Test
  void smoothNoiseHasNoStepsNotEvenAtTheLatticeOrAtZero() {
    for (float y : new float[] {-1.3f, 0, 2.5f}) {
      float last = noise.smooth(-3, y);
      for (int i = 1; i <= 6000; i++) {
        float here = noise.smooth(-3 + i / 1000f, y);
        // The slope of the easing curve is at most 1.5.
        assertThat(here).isBetween(0f, 1f).isCloseTo(last, within(0.0016f));
        last = here;
      }
    }
  }

  @Test
  void octavesStayInTheUnitIntervalAboutOneHalf() {
    double sum = 0;
    for (int i = 0; i < 10_000; i++) {
      float v = noise.octaves(i % 100 * 0.73f, i / 100 * 0.61f, 5);
      assertThat(v).isBetween(0f, 1f);
      sum += v;
    }

    assertThat(sum / 10_000).isCloseTo(0.5, within(0.03));
  }

  @Test
  void moreOctavesAddFinerDetail() {
    double coarse = 0;
    double fine = 0;
    for (int i = 0; i < 2000; i++) {
      float x = i * 0.1f;
      coarse += Math.abs(noise.octaves(x + 0.05f, 1, 1) - noise.octaves(x, 1, 1));
      fine += Math.abs(noise.octaves(x + 0.05f, 1, 5) - noise.octaves(x, 1, 5));
    }

    assertThat(fine).isGreaterThan(1.3 * coarse);
  }
}
