package dev.pixelwatch.tools.compare;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.tools.compare.statistics.MeanEstimates;
import dev.pixelwatch.tools.compare.statistics.MeanEstimates.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Build B beside build A over the frames that both have.
 *
 * @param a the build to compare with
 * @param b the build to judge
 * @param frames those that both have
 * @param gate what matters and what is allowed
 * @param differences one for each quantity, in their order
 * @param blockLength over how many frames neighbours are alike; NaN if there are too few frames
 * @param batches how many nearly independent stretches the frames were cut into
 */
public record Comparison(
    ScoredBuild a,
    ScoredBuild b,
    CommonFrames frames,
    Gate gate,
    List<QuantityDifference> differences,
    double blockLength,
    int batches) {
  /** As in the report of a watch: weaker types beside a strong one are taken for side effects. */
  private static final double SIDE_EFFECT_SHARE = 0.25;

  /**
   * Compares two builds.
   *
   * @throws UserError if different networks scored them, or they have no frame in common
   */
  public static Comparison of(ScoredBuild a, ScoredBuild b, Gate gate) {
    if (!a.model().sha256().equals(b.model().sha256())) {
      throw new UserError(
          "%s was scored by the network %s and %s by %s, whose scores cannot be compared"
              .formatted(a.name(), words(a), b.name(), words(b)),
          "Give --rescore to score both again with one network; --network says with which.");
    }
    CommonFrames frames = CommonFrames.of(a, b);
    List<Quantity> quantities = Quantity.all();
    double[][] series = new double[quantities.size()][];
    boolean[] governing = new boolean[quantities.size()];
    for (int k = 0; k < series.length; k++) {
      series[k] = frames.differences(quantities.get(k));
      governing[k] = everExceeds(series[k], gate.step(quantities.get(k)));
    }
    MeanEstimates means = MeanEstimates.of(series, governing, gate.confidence());
    List<QuantityDifference> differences = new ArrayList<>();
    for (int k = 0; k < series.length; k++) {
      differences.add(
          difference(quantities.get(k), frames, series[k], means.intervals().get(k), gate));
    }
    return new Comparison(a, b, frames, gate, differences, means.blockLength(), means.batches());
  }

  private static QuantityDifference difference(
      Quantity quantity, CommonFrames frames, double[] series, Interval interval, Gate gate) {
    double step = gate.step(quantity);
    double allowed = gate.allowed(quantity);
    boolean everWorse = Arrays.stream(series).anyMatch(value -> quantity.harm(value) > allowed);
    return new QuantityDifference(
        quantity,
        mean(frames.pairs().stream().mapToDouble(pair -> quantity.of(pair.a())).toArray()),
        mean(frames.pairs().stream().mapToDouble(pair -> quantity.of(pair.b())).toArray()),
        interval,
        step,
        Verdict.of(quantity, interval, step, everExceeds(series, step)),
        GateOutcome.of(quantity, interval, allowed, everWorse));
  }

  private static boolean everExceeds(double[] series, double step) {
    return Arrays.stream(series).anyMatch(value -> Math.abs(value) > step);
  }

  /** The worst outcome of the gate in any quantity. */
  public GateOutcome outcome() {
    return differences.stream()
        .map(QuantityDifference::gate)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Differences with this verdict, the largest in units of what matters first. */
  public List<QuantityDifference> with(Verdict verdict) {
    Comparator<QuantityDifference> bySize =
        Comparator.comparingDouble(difference -> Math.abs(difference.inSteps()));
    return differences.stream()
        .filter(difference -> difference.verdict() == verdict)
        .sorted(bySize.reversed())
        .toList();
  }

  /**
   * Whether a decided type is weak beside another one, so that it is rather a side effect of it: a
   * strong blur also hides noise, and strong noise also looks a little like sharpening.
   */
  public boolean isSideEffect(QuantityDifference difference) {
    double strongest =
        differences.stream()
            .filter(d -> d.isDecided() && d.quantity().type().isPresent())
            .mapToDouble(d -> Math.abs(d.difference().mean()))
            .max()
            .orElse(0);
    return difference.isDecided()
        && difference.quantity().type().isPresent()
        && Math.abs(difference.difference().mean()) < SIDE_EFFECT_SHARE * strongest;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  private static String words(ScoredBuild build) {
    return build.model().name() + " (" + build.model().sha256().substring(0, 8) + ")";
  }
}
