package dev.pixelwatch.tools.report;

import java.util.Comparator;
import java.util.List;

/**
 * The relational score over all scored frames, in points; all NaN when no frame was scored.
 *
 * @param mean mean over the frames
 * @param p5 the score that 5 % of the frames do not exceed
 * @param min the lowest score
 * @param worstFrame number of the frame with the lowest score, -1 when no frame was scored
 */
public record ScoreStatistics(double mean, double p5, double min, long worstFrame) {

  static ScoreStatistics of(List<FrameResult> scored) {
    List<Double> scores = scored.stream().map(FrameResult::score).toList();
    return new ScoreStatistics(
        scores.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN),
        Percentile.of(scores, 5),
        Percentile.of(scores, 0),
        scored.stream()
            .min(Comparator.comparingDouble(FrameResult::score))
            .map(FrameResult::frame)
            .orElse(-1L));
  }
}
