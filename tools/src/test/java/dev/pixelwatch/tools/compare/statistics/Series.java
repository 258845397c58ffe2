package dev.pixelwatch.tools.compare.statistics;

import java.util.Arrays;
import java.util.Random;

/** Made-up series whose correlation is known. */
final class Series {
  private static final int SETTLE = 200;

  private Series() {}

  /** A first-order autoregressive series of mean 0. */
  static double[] autoregressive(int length, double coefficient, Random random) {
    double[] values = new double[length];
    double value = 0;
    for (int i = -SETTLE; i < length; i++) {
      value = coefficient * value + random.nextGaussian();
      if (i >= 0) {
        values[i] = value;
      }
    }
    return values;
  }

  /** Several of them that share half of their variance. */
  static double[][] related(int count, int length, double coefficient, Random random) {
    double[] common = autoregressive(length, coefficient, random);
    double[][] all = new double[count][];
    for (int k = 0; k < count; k++) {
      double[] own = autoregressive(length, coefficient, random);
      all[k] = new double[length];
      Arrays.setAll(all[k], i -> own[i] + common[i]);
    }
    return all;
  }

  static double[] plus(double[] series, double shift) {
    return Arrays.stream(series).map(value -> value + shift).toArray();
  }
}
