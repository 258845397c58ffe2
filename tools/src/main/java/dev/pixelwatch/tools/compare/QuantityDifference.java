package dev.pixelwatch.tools.compare;

import dev.pixelwatch.tools.compare.statistics.MeanEstimates.Interval;

/**
 * How build B differs from build A in one quantity.
 *
 * @param quantity which of the 16
 * @param meanA mean over the common frames, signed
 * @param meanB as meanA
 * @param difference B minus A; for a type with two sides of the distances from the reference
 * @param step smallest difference that matters
 * @param verdict what can be said
 * @param gate whether the gate lets it pass
 */
public record QuantityDifference(
    Quantity quantity,
    double meanA,
    double meanB,
    Interval difference,
    double step,
    Verdict verdict,
    GateOutcome gate) {

  /** Whether it is for the better or the worse. */
  public boolean isDecided() {
    return verdict == Verdict.WORSE || verdict == Verdict.BETTER;
  }

  /** The difference in units of what matters. */
  public double inSteps() {
    return difference.mean() / step;
  }

  /**
   * Whether a type with two sides has moved by more than what matters while its distance from the
   * reference has not.
   */
  public boolean hasChangedSide() {
    return quantity.isTwoSided() && !isDecided() && Math.abs(meanB - meanA) > step;
  }
}
