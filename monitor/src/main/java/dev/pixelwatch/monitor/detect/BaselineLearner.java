package dev.pixelwatch.monitor.detect;

import dev.pixelwatch.schemas.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Learns levels from frames in their order. Means are medians and deviations come from the median
 * absolute deviation (Hampel 1974), so that a few damaged frames do not matter.
 *
 * <p>Neighbouring frames are alike. The long-run variance is the larger of two estimates: that of a
 * first-order autoregressive process with the correlation seen from one frame to the next, and that
 * of the means of ten batches (Schmeiser 1982), which sees slower movement.
 */
public final class BaselineLearner {
  /** Fewer frames than this say nothing about how a stream varies. */
  public static final int FEWEST = 60;

  /** Seconds from one frame to the next where capture time does not say. */
  static final double USUAL_SPACING = 1 / 30.0;

  private static final int BATCHES = 10;
  private static final double MAD_TO_DEVIATION = 1.4826;
  private static final double CLIP = 4;
  private static final double HIGHEST_CORRELATION = 0.98;

  private BaselineLearner() {}

  /**
   * The baseline of some scores of one stream.
   *
   * @param scores in the order of frame numbers, at least {@link #FEWEST}
   */
  public static Baseline learn(List<Score> scores) {
    Score first = scores.get(0);
    Score last = scores.get(scores.size() - 1);
    double seconds = (last.getCaptureTimeUs() - first.getCaptureTimeUs()) / 1e6;
    double spacing = seconds > 0 ? seconds / (scores.size() - 1) : USUAL_SPACING;
    List<double[]> frames = scores.stream().map(Quantity::of).toList();
    return new Baseline(first.getStream(), last.getBuild(), scores.size(), learn(frames, spacing));
  }

  /**
   * The levels of some frames.
   *
   * @param frames for each frame the 15 signed intensities, then the score; at least {@link
   *     #FEWEST}
   * @param spacing seconds from one frame to the next
   */
  public static List<Baseline.Level> learn(List<double[]> frames, double spacing) {
    List<Baseline.Level> levels = new ArrayList<>();
    for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
      int index = quantity;
      double[] values = frames.stream().mapToDouble(frame -> frame[index]).toArray();
      levels.add(level(values, spacing, Sensitivity.smallestDeviation(quantity)));
    }
    return levels;
  }

  private static Baseline.Level level(double[] values, double spacing, double smallest) {
    double median = median(values);
    double[] residuals = Arrays.stream(values).map(v -> v - median).toArray();
    double spread = median(Arrays.stream(residuals).map(Math::abs).toArray());
    double deviation = Math.max(smallest, MAD_TO_DEVIATION * spread);
    double[] clipped =
        Arrays.stream(residuals)
            .map(r -> Math.max(-CLIP * deviation, Math.min(CLIP * deviation, r)))
            .toArray();
    double correlation = correlation(clipped);
    double ofNeighbours = deviation * deviation * spacing * (1 + correlation) / (1 - correlation);
    double longRun = Math.sqrt(Math.max(ofNeighbours, ofBatches(clipped, spacing)));
    return new Baseline.Level(median, deviation, longRun);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** From one frame to the next, 0 or more. */
  private static double correlation(double[] residuals) {
    double power = 0;
    double product = 0;
    for (int i = 0; i + 1 < residuals.length; i++) {
      power += residuals[i] * residuals[i];
      product += residuals[i] * residuals[i + 1];
    }
    return power == 0 ? 0 : Math.max(0, Math.min(HIGHEST_CORRELATION, product / power));
  }

  private static double ofBatches(double[] residuals, double spacing) {
    int length = residuals.length / BATCHES;
    double[] means = new double[BATCHES];
    for (int batch = 0; batch < BATCHES; batch++) {
      int from = batch * length;
      means[batch] = Arrays.stream(residuals, from, from + length).average().orElse(0);
    }
    double mean = Arrays.stream(means).average().orElse(0);
    double squares = Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum();
    return squares / (BATCHES - 1) * length * spacing;
  }
}
