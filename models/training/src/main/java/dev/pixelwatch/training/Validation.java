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
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/** The same few batches at every checkpoint, from photographs that the run does not train on. */
final class Validation {
  private static final int BATCHES = 6;

  /** Nothing else runs yet. */
  private static final int THREADS = 2;

  private final List<Batch> batches = new ArrayList<>();

  /**
   * @param mapLoss mean over the batches
   * @param pearson correlation of predicted with true map values, mean over the types that occur
   * @param scoreSpearman rank correlation of predicted with true scores
   */
  record Figures(double mapLoss, double pearson, double scoreSpearman) {}

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
    List<Objective.Answer> answers = new ArrayList<>();
    for (Batch batch : batches) {
      Objective.Answer answer = objective.answer(parameters, batch);
      loss += answer.mapLoss() / BATCHES;
      answers.add(answer);
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
    return new Figures(loss, types == 0 ? 0 : sum / types, scoreCorrelation(answers));
  }

  private double scoreCorrelation(List<Objective.Answer> answers) {
    int pairs = batches.get(0).pairs();
    double[] predicted = new double[pairs * BATCHES];
    double[] truth = new double[predicted.length];
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = answers.get(i / pairs).scores()[i % pairs];
      truth[i] = batches.get(i / pairs).scores()[i % pairs];
    }
    return new SpearmansCorrelation().correlation(predicted, truth);
  }

  /** Not a number where the type does not occur. */
  private double correlation(DistortionType type, List<Objective.Answer> answers) {
    int plane = answers.get(0).maps().length / batches.get(0).pairs() / DistortionType.COUNT;
    int perBatch = plane * batches.get(0).pairs();
    double[] predicted = new double[perBatch * BATCHES];
    double[] truth = new double[predicted.length];
    for (int i = 0; i < predicted.length; i++) {
      int inBatch = i % perBatch;
      int pair = inBatch / plane;
      int at = (pair * DistortionType.COUNT + type.ordinal()) * plane + inBatch % plane;
      predicted[i] = answers.get(i / perBatch).maps()[at];
      truth[i] = batches.get(i / perBatch).maps()[at];
    }
    return new PearsonsCorrelation().correlation(predicted, truth);
  }
}
