package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PerlinNoiseTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 50", "50, 1", "33, 20"})
  void everySizeIsFilledWithFiniteNoise(int width, int height) {
    float[] field = PerlinNoise.field(width, height, 7.3, new SplittableRandom(2));

    assertThat(field).hasSize(width * height);
    for (float v : field) {
      assertThat(v).isFinite();
    }
  }

  @Test
  void aSeedRepeatsTheFieldAndAnotherDoesNot() {
    float[] field = PerlinNoise.field(20, 20, 8, new SplittableRandom(5));

    assertThat(PerlinNoise.field(20, 20, 8, new SplittableRandom(5))).isEqualTo(field);
    assertThat(PerlinNoise.field(20, 20, 8, new SplittableRandom(6))).isNotEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(doubles = {16, 40, 100})
  void theFieldHasNoJumps(double scale) {
    float[] field = PerlinNoise.field(120, 120, scale, new SplittableRandom(3));
    // Three octaves, each with the same slope.
    double steepest = 3 * 3 / scale;
    for (int i = 1; i < field.length; i++) {
      if (i % 120 > 0) {
        assertThat(field[i]).isCloseTo(field[i - 1], within((float) steepest));
      }
      if (i >= 120) {
        assertThat(field[i]).isCloseTo(field[i - 120], within((float) steepest));
      }
    }
  }

  @Test
  void amplitudesStayWithinTheSumOfTheOctaves() {
    double bound = Math.sqrt(0.5) * (1 + 0.5 + 0.25);
    for (int seed = 0; seed < 10; seed++) {
      for (float v : PerlinNoise.field(64, 64, 12, new SplittableRandom(seed))) {
        assertThat(v).isBetween((float) -bound, (float) bound);
      }
    }
  }

  @Test
  void nearPixelsAreAlikeAndThoseTwoSpotsApartAreNot() {
    double near = 0;
    double far = 0;
    for (int seed = 0; seed < 8; seed++) {
      float[] field = PerlinNoise.field(160, 160, 20, new SplittableRandom(seed));
      near += correlation(field, 2) / 8;
      far += correlation(field, 40) / 8;
    }

    assertThat(near).isGreaterThan(0.85);
    assertThat(far).isCloseTo(0, within(0.15));
  }

  @Test
  void thereIsNoOctaveFinerThanHalfACellButTheFirst() {
    assertThat(greatest(15)).isLessThan(0.75f);
    assertThat(greatest(16)).isGreaterThan(0.8f);
  }

  private static float greatest(double scale) {
    float greatest = 0;
    for (float v : PerlinNoise.field(512, 512, scale, new SplittableRandom(4))) {
      greatest = Math.max(greatest, Math.abs(v));
    }
    return greatest;
  }

  @Test
  void theLatticeStartsSomewhereElseForEverySeed() {
    // On a point of the lattice the noise is zero; a corner that always were would show in masks.
    for (int seed = 0; seed < 20; seed++) {
      assertThat(PerlinNoise.field(1, 1, 1, new SplittableRandom(seed))[0]).isNotZero();
    }
  }

  private static double correlation(float[] field, int shift) {
    double product = 0;
    double power = 0;
    for (int i = 0; i < field.length; i++) {
      if (i % 160 >= shift) {
        product += field[i] * field[i - shift];
        power += field[i] * field[i];
      }
    }
    return product / power;
  }
}
