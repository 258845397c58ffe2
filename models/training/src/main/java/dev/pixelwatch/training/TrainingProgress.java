package dev.pixelwatch.training;

import java.time.Duration;

/**
 * Where a run is.
 *
 * @param step steps done
 * @param seconds spent training
 * @param done share of the budget that is done, 0..1
 * @param pairsPerSecond over the last interval
 * @param mapLoss mean over the last interval
 * @param scoreLoss mean over the last interval
 * @param learningRate now
 * @param validationLoss map loss on photographs kept apart, when it was last measured
 * @param validationPearson mean correlation of predicted and true maps there
 * @param validationScoreSpearman rank correlation of predicted and true scores there
 * @param left time left at this pace
 */
public record TrainingProgress(
    long step,
    double seconds,
    double done,
    double pairsPerSecond,
    double mapLoss,
    double scoreLoss,
    double learningRate,
    double validationLoss,
    double validationPearson,
    double validationScoreSpearman,
    Duration left) {}
