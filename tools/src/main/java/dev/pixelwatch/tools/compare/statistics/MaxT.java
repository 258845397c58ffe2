package dev.pixelwatch.tools.compare.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The distribution of the largest of several t statistics when nothing differs (max-T of Westfall
 * and Young 1993). Batch means are drawn anew from normal distributions that have the correlations
 * of those at hand, and all statistics are computed from each draw: series that say the same are
 * not corrected for twice. The draws are the same for the same input.
 */
final class MaxT {
  private static final int DRAWS = 2000;
  private static final long SEED = 20090417;

  private final double[] largest;

  private MaxT(double[] largest) {
    this.largest = largest;
  }

  /** Draws the distribution; series that do not vary have no part in it. */
  static MaxT of(Batches batches) {
    List<double[]> deviations = new ArrayList<>();
    for (int k = 0; k < batches.means().length; k++) {
      if (batches.standardError(k) > 0) {
        deviations.add(batches.deviations(k));
      }
    }
    SplittableRandom random = new SplittableRandom(SEED);
    double[] largest = new double[DRAWS];
    if (!deviations.isEmpty()) {
      double[][] weights = new double[batches.count()][batches.count()];
      for (int draw = 0; draw < DRAWS; draw++) {
        for (double[] row : weights) {
          Arrays.setAll(row, i -> random.nextGaussian());
        }
        largest[draw] = largest(deviations, weights);
      }
    }
    Arrays.sort(largest);
    return new MaxT(largest);
  }

  /** Weighted sums of the deviations are normal and correlated as the series are. */
  private static double largest(List<double[]> deviations, double[][] weights) {
    double most = 0;
    for (double[] series : deviations) {
      double sum = 0;
      double squares = 0;
      for (double[] row : weights) {
        double value = 0;
        for (int i = 0; i < series.length; i++) {
          value += row[i] * series[i];
        }
        sum += value;
        squares += value * value;
      }
      int n = series.length;
      double spread = Math.sqrt((squares - sum * sum / n) / (n - 1) / n);
      most = Math.max(most, Math.abs(sum / n) / spread);
    }
    return most;
  }

  /** The value that the largest statistic stays below with this probability. */
  double quantile(double probability) {
    return largest[(int) Math.min(DRAWS - 1, Math.ceil(probability * DRAWS) - 1)];
  }

  /** How often chance alone gives a largest statistic of this size or more; never 0. */
  double chance(double statistic) {
    int below = Arrays.binarySearch(largest, statistic);
    int first = below < 0 ? -below - 1 : below;
    return (DRAWS - first + 1.0) / (DRAWS + 1.0);
  }
}
