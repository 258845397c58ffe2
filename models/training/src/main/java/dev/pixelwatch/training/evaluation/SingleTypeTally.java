package dev.pixelwatch.training.evaluation;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import java.util.ArrayList;
import java.util.List;

/** Adds up the answers on pairs that hold one known distortion. */
final class SingleTypeTally {
  private final DistortionType type;
  private final double[] responses = new double[DistortionType.COUNT];
  private int pairs;
  private int topRight;
  private int directionRight;
  private double signedResponse;
  private double target;
  private double points;
  private double truePoints;

  SingleTypeTally(DistortionType type) {
    this.type = type;
  }

  /**
   * @param assessment what the network says
   * @param intensity mean signed intensity that the pair really has
   * @param trueScore that the pair really has, in points
   */
  void add(Assessment assessment, double intensity, double trueScore) {
    DistortionMap answer = assessment.map();
    for (DistortionType answered : DistortionType.values()) {
      responses[answered.ordinal()] += Math.abs(answer.meanIntensity(answered));
    }
    double own = answer.meanIntensity(type) * Math.signum(intensity);
    pairs++;
    topRight += answer.strongest() == type ? 1 : 0;
    directionRight += own > 0 ? 1 : 0;
    signedResponse += own;
    target += Math.abs(intensity);
    points += assessment.score() * Math.signum(trueScore);
    truePoints += Math.abs(trueScore);
  }

  int pairs() {
    return pairs;
  }

  Evaluation.SingleType result() {
    List<Double> means = new ArrayList<>();
    double others = 0;
    for (double sum : responses) {
      means.add(sum / pairs);
      others += sum / pairs;
    }
    double own = means.get(type.ordinal());
    others = (others - own) / (DistortionType.COUNT - 1);
    return new Evaluation.SingleType(
        type.id(),
        pairs,
        (double) topRight / pairs,
        (double) directionRight / pairs,
        signedResponse / target,
        others / own,
        points / target,
        truePoints / target,
        List.copyOf(means));
  }
}
