package dev.pixelwatch.tools.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What matters and what is allowed. Immutable.
 *
 * @param confidence probability that all intervals hold
 * @param intensityStep smallest difference of an intensity that matters
 * @param scoreStep smallest difference of the score that matters, in points
 * @param steps other steps for some quantities
 * @param allowed how much worse B may be; where nothing is said, by what does not matter
 * @param ignored quantities that are shown and never fail
 */
public record Gate(
    double confidence,
    double intensityStep,
    double scoreStep,
    Map<Quantity, Double> steps,
    Map<Quantity, Double> allowed,
    Set<Quantity> ignored) {
  /** Probability that all intervals hold, where nothing else is said. */
  public static final double CONFIDENCE = 0.95;

  /** Smallest difference of an intensity that matters, where nothing else is said. */
  public static final double INTENSITY_STEP = 0.02;

  /** Smallest difference of the score that matters, where nothing else is said. */
  public static final double SCORE_STEP = 1;

  public Gate {
    steps = Map.copyOf(steps);
    allowed = Map.copyOf(allowed);
    ignored = Set.copyOf(ignored);
  }

  /** Nothing may be worse. */
  public static Gate defaults() {
    return new Gate(CONFIDENCE, INTENSITY_STEP, SCORE_STEP, Map.of(), Map.of(), Set.of());
  }

  /** The smallest difference of a quantity that matters. */
  public double step(Quantity quantity) {
    Double own = steps.get(quantity);
    return own != null ? own : quantity.equals(Quantity.SCORE) ? scoreStep : intensityStep;
  }

  /** How much worse B may be in a quantity; infinite where it is ignored. */
  public double allowed(Quantity quantity) {
    return ignored.contains(quantity)
        ? Double.POSITIVE_INFINITY
        : allowed.getOrDefault(quantity, step(quantity));
  }

  /** The same at another confidence. */
  public Gate withConfidence(double other) {
    return new Gate(other, intensityStep, scoreStep, steps, allowed, ignored);
  }

  /** The same with another step for every type that has none of its own. */
  public Gate withIntensityStep(double other) {
    return new Gate(confidence, other, scoreStep, steps, allowed, ignored);
  }

  /** The same with another step for the score. */
  public Gate withScoreStep(double other) {
    Map<Quantity, Double> others = new HashMap<>(steps);
    others.remove(Quantity.SCORE);
    return new Gate(confidence, intensityStep, other, others, allowed, ignored);
  }
}
