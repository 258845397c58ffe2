package dev.pixelwatch.tools.compare.statistics;

/**
 * The means of consecutive batches of several series.
 *
 * @param means by series, then by batch; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Columns of numbers; never compared as a whole.
record Batches(double[][] means) {

  /** Cuts every series at the same places; lengths of batches differ by one value at most. */
  static Batches of(double[][] series, int batches) {
    double[][] means = new double[series.length][batches];
    for (int k = 0; k < series.length; k++) {
      for (int batch = 0; batch < batches; batch++) {
        int from = (int) ((long) batch * series[k].length / batches);
        int to = (int) ((long) (batch + 1) * series[k].length / batches);
        double sum = 0;
        for (int i = from; i < to; i++) {
          sum += series[k][i];
        }
        means[k][batch] = sum / (to - from);
      }
    }
    return new Batches(means);
  }

  int count() {
    return means[0].length;
  }

  /** Deviations of a series' batches from their own mean. */
  double[] deviations(int series) {
    double mean = 0;
    for (double value : means[series]) {
      mean += value / count();
    }
    double[] deviations = new double[count()];
    for (int i = 0; i < count(); i++) {
      deviations[i] = means[series][i] - mean;
    }
    return deviations;
  }

  /** Standard error of a series' mean, the batches taken as independent. */
  double standardError(int series) {
    double sum = 0;
    for (double deviation : deviations(series)) {
      sum += deviation * deviation;
    }
    return Math.sqrt(sum / (count() - 1) / count());
  }
}
