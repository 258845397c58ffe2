package dev.pixelwatch.training.evaluation;

/** Pearson's correlation of a growing sample, in one pass (Welford's update). */
final class Correlation {
  private long n;
  private double meanX;
  private double meanY;
  private double xx;
  private double yy;
  private double xy;

  void add(double x, double y) {
    n++;
    double dx = x - meanX;
    double dy = y - meanY;
    meanX += dx / n;
    meanY += dy / n;
    xx += dx * (x - meanX);
    yy += dy * (y - meanY);
    xy += dx * (y - meanY);
  }

  /** The coefficient in -1..1; NaN if one of the variables never varied. */
  double coefficient() {
    return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
  }
}
