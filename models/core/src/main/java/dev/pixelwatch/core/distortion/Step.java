package dev.pixelwatch.core.distortion;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.RgbImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One type of distortion on one frame.
 *
 * @param severity -1..1, not 0; below 0 only for types with a direction of their own
 */
record Step(DistortionType type, double severity, Mask mask, SplittableRandom random) {
  /** How often luma noise brings chroma noise along, as it does in a real sensor. */
  private static final double COLOURED_NOISE = 0.6;

  /**
   * Draws the steps of a frame of this size.
   *
   * @param some at least one step, whatever the recipe's weight of none
   */
  static List<Step> draw(Recipe recipe, RgbImage size, boolean some, SplittableRandom random) {
    List<DistortionType> left = new ArrayList<>(recipe.types());
    int count = Math.max(some ? 1 : 0, count(recipe.countWeights(), random));
    List<Step> steps = new ArrayList<>();
    while (steps.size() < count && !left.isEmpty()) {
      DistortionType type = left.remove(random.nextInt(left.size()));
      double range = recipe.maxSeverity() - recipe.minSeverity();
      double severity = recipe.minSeverity() + range * random.nextDouble();
      boolean negative = type.isTwoSided() && random.nextBoolean();
      Mask mask =
          random.nextDouble() < recipe.wholeFrameProbability()
              ? Mask.whole(size.width(), size.height())
              : Mask.draw(size.width(), size.height(), random);
      Step step = new Step(type, negative ? -severity : severity, mask, random.split());
      steps.add(step);
      boolean coloured = type == DistortionType.NOISE && random.nextDouble() < COLOURED_NOISE;
      if (coloured && steps.size() < count && left.remove(DistortionType.CHROMA_NOISE)) {
        steps.add(step.withColour(random));
      }
    }
    return steps;
  }

  /** The chroma noise of the same sensor: a like severity in the same place. */
  private Step withColour(SplittableRandom random) {
    double share = 0.3 + 0.7 * random.nextDouble();
    return new Step(DistortionType.CHROMA_NOISE, share * severity, mask, random.split());
  }

  private static int count(List<Double> weights, SplittableRandom random) {
    double left = random.nextDouble() * weights.stream().mapToDouble(w -> w).sum();
    for (int count = 0; count < weights.size(); count++) {
      left -= weights.get(count);
      if (left < 0) {
        return count;
      }
    }
    return weights.size() - 1;
  }
}
