package dev.pixelwatch.tools.report;

import dev.pixelwatch.core.DistortionType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which distortion types are really there. The strength of a type is its mean magnitude over the
 * clip, or a third of its 95th percentile where that is more, so that a distortion that comes and
 * goes is not averaged away.
 */
final class TopTypes {
  /** Weakest strength that counts: a mean of 0.05, or 0.15 in the strongest frames. */
  static final double LEAST_STRENGTH = 0.05;

  /** Weight of the 95th percentile beside the mean. */
  static final double P95_WEIGHT = 1.0 / 3;

  /** Least strength beside the strongest type; below it a type is taken for a side effect. */
  static final double LEAST_SHARE = 0.25;

  private TopTypes() {}

  /** The types that are there, strongest first; none for identical videos. */
  static List<DistortionType> of(Map<DistortionType, TypeStatistics> types) {
    double strongest = types.values().stream().mapToDouble(TopTypes::strength).max().orElse(0);
    double least = Math.max(LEAST_STRENGTH, LEAST_SHARE * strongest);
    Comparator<DistortionType> byStrength =
        Comparator.comparingDouble(type -> strength(types.get(type)));
    return types.keySet().stream()
        .filter(type -> strength(types.get(type)) >= least)
        .sorted(byStrength.reversed())
        .toList();
  }

  private static double strength(TypeStatistics type) {
    return Double.isNaN(type.mean())
        ? 0
        : Math.max(Math.abs(type.mean()), P95_WEIGHT * Math.abs(type.p95()));
  }
}
