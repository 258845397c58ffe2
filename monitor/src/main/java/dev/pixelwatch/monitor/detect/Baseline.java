package dev.pixelwatch.monitor.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * What a stream looks like when nothing is wrong.
 *
 * @param stream it was learned from
 * @param build of the stage it was learned from
 * @param frames how many scored frames it rests on
 * @param levels one for each type in their order, then one for the score
 */
public record Baseline(String stream, String build, long frames, List<Level> levels) {
  /**
   * One quantity at rest, in its own unit: signed intensity or points.
   *
   * @param mean where it lies
   * @param deviation standard deviation of a frame
   * @param longRun long-run standard deviation, in units times the square root of a second: the
   *     mean over T seconds deviates by {@code longRun / sqrt(T)}
   */
  public record Level(double mean, double deviation, double longRun) {}

  /** Of stages that should change nothing, for any stream. */
  public static Baseline ofIdentity() {
    List<Level> levels = new ArrayList<>();
    for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
      double deviation = Sensitivity.smallestDeviation(quantity);
      levels.add(new Level(0, deviation, deviation / 2));
    }
    return new Baseline("*", "none", 0, levels);
  }

  /**
   * @throws IllegalArgumentException if a quantity is missing
   */
  public Baseline {
    levels = List.copyOf(levels);
    if (levels.size() != Quantity.COUNT) {
      throw new IllegalArgumentException(
          "a baseline needs %d levels, not %d".formatted(Quantity.COUNT, levels.size()));
    }
  }
}
