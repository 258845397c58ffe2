package dev.pixelwatch.training;

import dev.pixelwatch.training.network.Objective;
import java.time.Duration;

/** The losses since the last report. */
final class Interval {
  private final double start;
  private double mapLoss;
  private double scoreLoss;
  private int steps;

  /**
   * @param start seconds of training so far
   */
  Interval(double start) {
    this.start = start;
  }

  void add(Objective.Result result) {
    mapLoss += result.map();
    scoreLoss += result.score();
    steps++;
  }

  double seconds(double now) {
    return now - start;
  }

  TrainingProgress progress(
      long step, double now, double rate, double done, Validation.Figures validation) {
    return new TrainingProgress(
        step,
        now,
        done,
        steps * Trainer.PAIRS / seconds(now),
        mapLoss / steps,
        scoreLoss / steps,
        rate,
        validation.mapLoss(),
        validation.pearson(),
        validation.scoreSpearman(),
        Duration.ofSeconds(Math.round(now * Math.max(0, 1 / done - 1))));
  }
}
