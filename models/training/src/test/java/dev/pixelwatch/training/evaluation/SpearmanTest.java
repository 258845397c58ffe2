package dev.pixelwatch.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
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

  @Test
  void withoutTiesItIsTheFormulaOfTheRankDifferences() {
    Random random = new Random(3);
    int n = 40;
    double[] x = random.doubles(n).toArray();
    double[] y = random.doubles(n).toArray();
    double squares = 0;
    for (int i = 0; i < n; i++) {
      squares += Math.pow(rank(x, i) - rank(y, i), 2);
    }

    assertThat(Spearman.of(x, y)).isCloseTo(1 - 6 * squares / (n * (n * n - 1.0)), within(1e-12));
  }

  @Test
  void neitherSeriesIsChangedOrPreferred() {
    double[] x = {4, 1, 3, 3, 2};
    double[] y = {9, 7, 7, 8, 1};
    double there = Spearman.of(x, y);

    assertThat(Spearman.of(y, x)).isCloseTo(there, within(1e-12));
    assertThat(x).containsExactly(4, 1, 3, 3, 2);
    assertThat(y).containsExactly(9, 7, 7, 8, 1);
  }

  private static int rank(double[] values, int i) {
    int rank = 0;
    for (double value : values) {
      rank += value < values[i] ? 1 : 0;
    }
    return rank;
  }
}
