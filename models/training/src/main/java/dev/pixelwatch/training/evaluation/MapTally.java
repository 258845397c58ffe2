package dev.pixelwatch.training.evaluation;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Compares predicted with true maps, cell by cell. */
final class MapTally {
  private static final double CLEAR = 0.2;

  private final Correlation[] correlations = new Correlation[DistortionType.COUNT];
  private final boolean[] occurs = new boolean[DistortionType.COUNT];
  private int pairs;
  private long clear;
  private long directionRight;

  MapTally() {
    for (int i = 0; i < correlations.length; i++) {
      correlations[i] = new Correlation();
    }
  }

  void add(DistortionMap predicted, DistortionMap truth) {
    pairs++;
    int cells = truth.rows() * truth.columns();
    for (int i = 0; i < truth.values().length; i++) {
      double x = predicted.values()[i] - 0.5;
      double y = truth.values()[i] - 0.5;
      correlations[i / cells].add(x, y);
      occurs[i / cells] |= y != 0;
      if (Math.abs(2 * y) >= CLEAR) {
        clear++;
        directionRight += x * y > 0 ? 1 : 0;
      }
    }
  }

  Evaluation.Maps result() {
    List<Double> pearson = Arrays.stream(correlations).map(Correlation::coefficient).toList();
    // Of few pairs some hold no banding, say: nothing was asked of such a type.
    int[] asked = IntStream.range(0, occurs.length).filter(type -> occurs[type]).toArray();
    int worst =
        Arrays.stream(asked)
            .boxed()
            .min(Comparator.comparingDouble(type -> orLeast(pearson.get(type))))
            .orElse(0);
    return new Evaluation.Maps(
        pairs,
        pearson,
        Arrays.stream(asked).mapToDouble(pearson::get).sum() / asked.length,
        pearson.get(worst),
        DistortionType.values()[worst].id(),
        (double) directionRight / clear);
  }

  /** A type that is there and always answered alike is worse than any other. */
  private static double orLeast(double coefficient) {
    return Double.isNaN(coefficient) ? Double.NEGATIVE_INFINITY : coefficient;
  }
}
