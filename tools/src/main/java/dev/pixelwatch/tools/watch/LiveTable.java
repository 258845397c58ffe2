package dev.pixelwatch.tools.watch;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.tools.report.FrameResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The strongest types of the last second or so, for people who look on. */
public final class LiveTable {
  /** Weight of a new frame in the running mean: about 25 frames count. */
  private static final double WEIGHT = 0.08;

  /** Weakest running mean that is shown. */
  private static final double LEAST = 0.05;

  private static final int MOST_TYPES = 5;
  private static final int BAR_WIDTH = 20;

  private final double[] means = new double[DistortionType.COUNT];
  private double score;
  private boolean empty = true;

  /** Takes a frame into the running means; frames without a score change nothing. */
  public void add(FrameResult frame) {
    if (!frame.isScored()) {
      return;
    }
    double weight = empty ? 1 : WEIGHT;
    empty = false;
    score += weight * (frame.score() - score);
    for (DistortionType type : DistortionType.values()) {
      means[type.ordinal()] += weight * (frame.intensity(type) - means[type.ordinal()]);
    }
  }

  /** The score, then the strongest types with a bar each; nothing before the first frame. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (empty) {
      return lines;
    }
    lines.add(String.format(Locale.ROOT, "score %+.1f", score));
    Comparator<DistortionType> byStrength =
        Comparator.comparingDouble(type -> Math.abs(means[type.ordinal()]));
    Stream.of(DistortionType.values())
        .filter(type -> Math.abs(means[type.ordinal()]) >= LEAST)
        .sorted(byStrength.reversed())
        .limit(MOST_TYPES)
        .forEach(type -> lines.add(line(type, means[type.ordinal()])));
    return lines;
  }

  private static String line(DistortionType type, double mean) {
    String bar = "#".repeat((int) Math.round(Math.min(1, Math.abs(mean)) * BAR_WIDTH));
    return String.format(
            Locale.ROOT,
            "%-14s %+.2f  %-" + BAR_WIDTH + "s %s",
            type.id(),
            mean,
            bar,
            type.inWords(mean))
        .stripTrailing();
  }
}
