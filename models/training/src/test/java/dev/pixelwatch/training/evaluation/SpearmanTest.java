package dev.pixelwatch.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpearmanTest {
  @Test
  void onlyTheOrderCounts() {
    double[] x = {1, 2, 3, 4, 5};

    assertThat(Spearman.of(x, new double[] {-7, 0, 0.1, 50, 1e9})).isCloseTo(1, within(1e-12));
    assertThat(Spearman.of(x, new double[] {9, 8, 7, 6, -1})).isCloseTo(-1, within(1e-12));
  }

  @Test
  void equalValuesShareTheirMeanRank() {
    // Ranks 1, 2.5, 2.5, 4 against 1, 3, 2, 4: Pearson 4.5 / sqrt(4.5 * 5).
    assertThat(Spearman.of(new double[] {1, 2, 2, 3}, new double[] {10, 30, 20, 40}))
        .isCloseTo(4.5 / Math.sqrt(4.5 * 5), within(1e-12));
  }

  @Test
  void anInfiniteValueIsTheGreatest() {
    double infinite = Double.POSITIVE_INFINITY;

    assertThat(Spearman.of(new double[] {infinite, 20, 30}, new double[] {3, 1, 2}))
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void twoPairsOrAConstantTellNothing() {
    assertThat(Spearman.of(new double[] {1, 2}, new double[] {1, 2})).isNaN();
    assertThat(Spearman.of(new double[] {1, 2, 3}, new double[] {5, 5, 5})).isNaN();
  }
}
