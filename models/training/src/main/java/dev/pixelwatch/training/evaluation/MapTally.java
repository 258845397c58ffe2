package dev.pixelwatch.training.evaluation;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import java.util.ArrayList;
import java.util.List;

/** Compares predicted with true maps, cell by cell. */
final class MapTally {
  private static final double CLEAR = 0.2;

  private final Correlation[] correlations = new Correlation[DistortionType.COUNT];
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
      if (Math.abs(2 * y) >= CLEAR) {
        clear++;
        directionRight += x * y > 0 ? 1 : 0;
      }
    }
  }

  Evaluation.Maps result() {
    List<Double> pearson = new ArrayList<>();
    int worst = 0;
    double sum = 0;
    for (Correlation correlation : correlations) {
      double coefficient = correlation.coefficient();
      pearson.add(coefficient);
      sum += coefficient;
      double least = pearson.get(worst);
      if (coefficient < least || Double.isNaN(coefficient) && !Double.isNaN(least)) {
        worst = pearson.size() - 1;
      }
    }
    return new Evaluation.Maps(
        pairs,
        List.copyOf(pearson),
        sum / DistortionType.COUNT,
        pearson.get(worst),
        DistortionType.values()[worst].id(),
        (double) directionRight / clear);
  }
}
