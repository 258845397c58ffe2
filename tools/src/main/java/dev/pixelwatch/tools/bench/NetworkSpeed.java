package dev.pixelwatch.tools.bench;

import java.util.List;

/**
 * What the network alone does.
 *
 * @param pairsPerSecond of all workers together
 * @param medianMillis from handing a pair over to having its map and score
 * @param p99Millis 99 % of the pairs take no longer
 * @param pairs how many were measured
 */
public record NetworkSpeed(
    double pairsPerSecond, double medianMillis, double p99Millis, int pairs) {
  private static final double NANOS_PER_MILLI = 1e6;

  static NetworkSpeed of(double pairsPerSecond, List<Long> nanos) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return new NetworkSpeed(
        pairsPerSecond, percentile(sorted, 0.5), percentile(sorted, 0.99), sorted.size());
  }

  private static double percentile(List<Long> sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.max(0, rank - 1)) / NANOS_PER_MILLI;
  }
}
