package dev.pixelwatch.tools.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The automatic block length. */
final class BlockLengthTest {
  @Test
  void valuesWithoutCorrelationNeedNoBlocks() {
    assertThat(BlockLength.of(Series.autoregressive(2000, 0, new Random(1)))).isLessThan(4);
  }

  /**
   * For a first-order autoregressive series the best length is known: (2 g^2 / d)^(1/3) n^(1/3)
   * with g = 2 r / (1 - r)^2 / (1 + r) / (1 - r) ... of unit innovations, d = 4/3 of the squared
   * spectrum at 0 (Patton, Politis and White 2009).
   */
  @Test
  void itIsNearTheBestLengthOfAKnownSeries() {
    double r = 0.7;
    int n = 20_000;
    double variance = 1 / (1 - r * r);
    double g = 2 * variance * r / ((1 - r) * (1 - r));
    double spectrum = variance * (1 + r) / (1 - r);
    double best = Math.cbrt(2 * g * g / (4.0 / 3 * spectrum * spectrum) * n);

    double found = BlockLength.of(Series.autoregressive(n, r, new Random(2)));

    assertThat(found).isBetween(0.7 * best, 1.4 * best);
  }

  @Test
  void moreCorrelationAsksForLongerBlocks() {
    double weak = BlockLength.of(Series.autoregressive(3000, 0.5, new Random(3)));
    double strong = BlockLength.of(Series.autoregressive(3000, 0.95, new Random(3)));

    assertThat(strong).isGreaterThan(2 * weak);
  }

  @Test
  void itIsNeverMoreThanAThirdOfTheSeries() {
    double[] ramp = new double[60];
    Arrays.setAll(ramp, i -> i);

    assertThat(BlockLength.of(ramp)).isBetween(5.0, 20.0);
  }

  @Test
  void aConstantSeriesHasLengthOneEvenIfItsMeanIsRounded() {
    double[] constant = new double[100];
    Arrays.fill(constant, 0.1);

    assertThat(BlockLength.of(constant)).isEqualTo(1);
  }
}
