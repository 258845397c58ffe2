package dev.pixelwatch.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * How far scores are from ranking distorted pictures as they should ("Pixel Perfect", arXiv
 * 2605.02863): a hinge on every two pairs of a batch, whose margin is the gap between them, and
 * InfoNCE (van den Oord et al. 2018), which draws the embeddings of one distortion on two
 * photographs together. The error of each score fixes the unit, which ranks alone leave open.
 */
final class RankingLoss {
  /** Share of the gap by which two scores must differ at least. */
  private static final float MARGIN = 1;

  private static final float TEMPERATURE = 0.07f;
  private static final float CONTRASTIVE_WEIGHT = 0.5f;

  /** Brings the contrastive term, which is in nats, to the scale of the others. */
  private static final float CONTRASTIVE_SCALE = 0.02f;

  /** Errors of less than four points count by their square, larger ones by themselves. */
  private static final float TURN = 0.04f;

  private static final float EPSILON = 1e-4f;
  private static final float EXCLUDED = 1e4f;

  private RankingLoss() {}

  /** The contrastive term needs twins, and is left out where a batch has none. */
  static NDArray of(DistortionNet.Output<NDArray> output, Batch batch, boolean contrastive) {
    NDArray scores = output.score();
    NDArray targets = scores.getManager().create(batch.scores(), new Shape(batch.pairs()));
    NDArray loss = error(scores, targets).add(hinge(scores, targets));
    return batch.ranked() && contrastive
        ? loss.add(infoNce(output.embedding()).mul(CONTRASTIVE_WEIGHT * CONTRASTIVE_SCALE))
        : loss;
  }

  /** Pseudo-Huber loss (Charbonnier et al. 1997), mean over the batch. */
  static NDArray error(NDArray scores, NDArray targets) {
    return scores.sub(targets).square().add(TURN * TURN).sqrt().sub(TURN).mean();
  }

  /** Mean over every two members of what their difference lacks of the gap. */
  static NDArray hinge(NDArray scores, NDArray targets) {
    NDArray difference = scores.expandDims(1).sub(scores.expandDims(0));
    NDArray gap = targets.expandDims(1).sub(targets.expandDims(0));
    return gap.abs().mul(MARGIN).sub(difference.mul(gap.sign())).maximum(0).mean();
  }

  /** Each member of a batch must find its twin, half a batch away, among all the others. */
  static NDArray infoNce(NDArray embedding) {
    long pairs = embedding.getShape().get(0);
    NDArray flat = embedding.reshape(pairs, -1);
    NDArray unit = flat.div(flat.square().sum(new int[] {1}, true).add(EPSILON).sqrt());
    NDArray self = embedding.getManager().eye((int) pairs);
    NDArray similarity = unit.matMul(unit.transpose()).div(TEMPERATURE).sub(self.mul(EXCLUDED));
    NDArray later = self.get(new NDIndex(pairs / 2 + ":"));
    NDArray twins = later.concat(self.get(new NDIndex(":" + pairs / 2)), 0);
    return similarity.logSoftmax(1).mul(twins).sum().div(pairs).neg();
  }
}
