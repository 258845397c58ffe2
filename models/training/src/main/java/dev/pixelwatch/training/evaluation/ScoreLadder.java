package dev.pixelwatch.training.evaluation;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.distortion.DistortionEngine;
import dev.pixelwatch.core.distortion.Recipe;
import dev.pixelwatch.core.distortion.Triplet;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.training.Photographs;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The score where a map has nothing more to say: types that go on beyond severity 1, alone over the
 * whole frame, beside the measure that the score learns from.
 *
 * @param rungs by type, then severity
 * @param agreement Spearman's rank correlation of both over all pairs
 */
public record ScoreLadder(List<Rung> rungs, double agreement) {
  /** Up to {@link Recipe#STRONGEST}. */
  static final List<Double> SEVERITIES = List.of(0.25, 0.5, 1.0, 2.0, Recipe.STRONGEST);

  /**
   * One type at one severity.
   *
   * @param type its id
   * @param points that the network takes off, mean over the pairs
   * @param truePoints the same by MDSI
   */
  public record Rung(String type, double severity, double points, double truePoints) {}

  /**
   * @param pairs for each type and severity
   */
  static ScoreLadder measure(
      Assessor assessor, DistortionEngine engine, Photographs photographs, int pairs, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Rung> rungs = new ArrayList<>();
    List<Double> points = new ArrayList<>();
    List<Double> truePoints = new ArrayList<>();
    for (DistortionType type : Recipe.defaults().strong().types()) {
      for (double severity : SEVERITIES) {
        int first = points.size();
        for (int i = 0; i < pairs; i++) {
          Triplet triplet =
              engine.generate(
                  photographs.crop(Evaluator.CROP, random),
                  alone(type, severity),
                  random.nextLong());
          points.add(-assessor.assess(triplet.reference(), triplet.processed()).score());
          truePoints.add(-triplet.score());
        }
        rungs.add(new Rung(type.id(), severity, mean(points, first), mean(truePoints, first)));
      }
    }
    return new ScoreLadder(List.copyOf(rungs), Spearman.of(array(points), array(truePoints)));
  }

  private static Recipe alone(DistortionType type, double severity) {
    return new Recipe(List.of(type), List.of(0.0, 1.0), 0, 0, 0, 1, severity, severity);
  }

  private static double mean(List<Double> values, int first) {
    return values.stream().skip(first).mapToDouble(v -> v).average().orElseThrow();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(v -> v).toArray();
  }
}
