package dev.pixelwatch.tools.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.tools.compare.statistics.MeanEstimates.Interval;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals of several means at once. */
final class MeanEstimatesTest {
  private static final int SERIES = 16;
  private static final double CONFIDENCE = 0.95;

  /**
   * Nothing differs; the share of runs in which any of the 16 intervals leaves out 0 must be what
   * the confidence promises. More than 12 of 100 would come of a chance of 5 % once in a thousand
   * times. The plain block bootstrap gives 43 in the last case.
   */
  @ParameterizedTest
  @CsvSource({"300, 0.5", "300, 0.9"})
  void sixteenSeriesWithoutADifferenceAreSeldomCalledDifferent(int length, double coefficient) {
    int runs = 100;
    int wrong = 0;
    for (int run = 0; run < runs; run++) {
      double[][] series = Series.related(SERIES, length, coefficient, new Random(run));
      wrong += estimate(series).intervals().stream().anyMatch(i -> excludesZero(i)) ? 1 : 0;
    }

    assertThat(wrong).isLessThanOrEqualTo(12);
  }

  @Test
  void theIntervalsAreNoWiderThanTheyMustBe() {
    int runs = 40;
    int found = 0;
    for (int run = 0; run < runs; run++) {
      double[][] series = Series.related(SERIES, 600, 0.5, new Random(run));
      // Five standard errors of the mean of such a series.
      series[7] = Series.plus(series[7], 5 * Math.sqrt(2) / (1 - 0.5) / Math.sqrt(600));
      found += excludesZero(estimate(series).intervals().get(7)) ? 1 : 0;
    }

    assertThat(found).isGreaterThan(32);
  }

  @Test
  void neighboursThatAreAlikeWidenTheInterval() {
    Interval independent = estimate(Series.related(1, 600, 0, new Random(4))).intervals().get(0);
    Interval alike = estimate(Series.related(1, 600, 0.9, new Random(4))).intervals().get(0);

    // Ten times the standard deviation of the mean, by theory.
    assertThat(width(alike) / width(independent)).isBetween(5.0, 20.0);
  }

  @Test
  void seriesThatSayTheSameAreNotCorrectedForTwice() {
    double[] one = Series.autoregressive(400, 0.3, new Random(5));
    double[][] copies = new double[SERIES][];
    Arrays.fill(copies, one);

    double alone = width(estimate(new double[][] {one}).intervals().get(0));
    double among = width(estimate(copies).intervals().get(0));
    double unrelated =
        width(estimate(Series.related(SERIES, 400, 0.3, new Random(5))).intervals().get(0));

    assertThat(among).isCloseTo(alone, Percentage.withPercentage(3));
    assertThat(unrelated / Math.sqrt(2)).isGreaterThan(1.2 * alone);
  }

  @Test
  void theSameInputGivesTheSameIntervals() {
    double[][] series = Series.related(3, 200, 0.6, new Random(6));

    assertThat(estimate(series)).isEqualTo(estimate(series));
  }

  @Test
  void aDifferenceThatNeverVariesIsKnownExactly() {
    double[] constant = new double[50];
    Arrays.fill(constant, 0.25);

    Interval interval = estimate(new double[][] {constant, new double[50]}).intervals().get(0);

    assertThat(interval.low()).isEqualTo(0.25);
    assertThat(interval.high()).isEqualTo(0.25);
    assertThat(interval.chance()).isLessThan(0.001);
  }

  @Test
  void aFewValuesAreNotEnoughForAnInterval() {
    double[][] series = {new double[MeanEstimates.FEWEST_VALUES - 1]};

    MeanEstimates estimates = estimate(series);

    assertThat(estimates.batches()).isZero();
    assertThat(estimates.intervals().get(0).low()).isInfinite();
    assertThat(estimates.intervals().get(0).high()).isInfinite();
  }

  @Test
  void seriesThatCannotMatterDoNotChooseTheBlockLength() {
    double[][] series = {
      Series.autoregressive(500, 0, new Random(7)), Series.autoregressive(500, 0.97, new Random(8))
    };

    double both = MeanEstimates.of(series, new boolean[] {true, true}, CONFIDENCE).blockLength();
    double first = MeanEstimates.of(series, new boolean[] {true, false}, CONFIDENCE).blockLength();

    assertThat(first).isLessThan(5);
    assertThat(both).isGreaterThan(20);
  }

  private static MeanEstimates estimate(double[][] series) {
    return MeanEstimates.of(series, new boolean[series.length], CONFIDENCE);
  }

  private static boolean excludesZero(Interval interval) {
    return interval.low() > 0 || interval.high() < 0;
  }

  private static double width(Interval interval) {
    return interval.high() - interval.low();
  }
}
