package dev.pixelwatch.training;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.distortion.DistortionEngine;
import dev.pixelwatch.core.distortion.Recipe;
import dev.pixelwatch.training.network.Batch;
import dev.pixelwatch.training.network.Objective;
import dev.pixelwatch.training.network.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.correlation.PearsonsCorrelation;

/** The same few batches at every checkpoint, from photographs that the run does not train on. */
final class Validation {
  private static final int BATCHES = 4;

  /** Nothing else runs yet. */
  private static final int THREADS = 2;

  private final List<Batch> batches = new ArrayList<>();

  /**
   * @param mapLoss mean over the batches
   * @param pearson correlation of predicted with true map values, mean over the types that occur
   */
  record Figures(double mapLoss, double pearson) {}

  Validation(Photographs photographs, DistortionEngine engine, Recipe recipe, long seed)
      throws InterruptedException {
    try (BatchSource source =
        new BatchSource(
            photographs, engine, recipe, Trainer.PAIRS, Trainer.CROP, ~seed, 0, THREADS)) {
      for (int i = 0; i < BATCHES; i++) {
        batches.add(source.next());
      }
    }
  }

  /** Pairs like those that training sees. */
  Batch sample() {
    return batches.get(0);
  }

  Figures measure(Objective objective, Parameters parameters) {
    double loss = 0;
    List<float[]> answers = new ArrayList<>();
    for (Batch batch : batches) {
      Objective.Answer answer = objective.answer(parameters, batch);
      loss += answer.mapLoss() / BATCHES;
      answers.add(answer.maps());
    }
    double sum = 0;
    int types = 0;
    for (DistortionType type : DistortionType.values()) {
      double r = correlation(type, answers);
      if (!Double.isNaN(r)) {
        sum += r;
        types++;
      }
    }
    return new Figures(loss, types == 0 ? 0 : sum / types);
  }

  /** Not a number where the type does not occur. */
  private double correlation(DistortionType type, List<float[]> answers) {
    int plane = answers.get(0).length / batches.get(0).pairs() / DistortionType.COUNT;
    int perBatch = plane * batches.get(0).pairs();
    double[] predicted = new double[perBatch * BATCHES];
    double[] truth = new double[predicted.length];
    for (int i = 0; i < predicted.length; i++) {
      int inBatch = i % perBatch;
      int pair = inBatch / plane;
      int at = (pair * DistortionType.COUNT + type.ordinal()) * plane + inBatch % plane;
      predicted[i] = answers.get(i / perBatch)[at];
      truth[i] = batches.get(i / perBatch).maps()[at];
    }
    return new PearsonsCorrelation().correlation(predicted, truth);
  }
}
