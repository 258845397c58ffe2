package dev.pixelwatch.tools.report;

import java.util.List;

/**
 * One distortion type over all scored frames, in signed intensity; all NaN when no frame was
 * scored.
 *
 * @param mean mean over the frames
 * @param p95 the value that 95 % of the frames do not exceed in magnitude, with its sign
 * @param max the value of largest magnitude, with its sign
 */
public record TypeStatistics(double mean, double p95, double max) {

  static TypeStatistics of(List<Double> intensities) {
    double mean =
        intensities.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    return new TypeStatistics(
        mean, Percentile.byMagnitude(intensities, 95), Percentile.byMagnitude(intensities, 100));
  }
}
