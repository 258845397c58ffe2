package dev.pixelwatch.tools.watch;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.tools.report.FrameResult;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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

  /** The score and the two strongest types on one line; nothing before the first frame. */
  public String brief() {
    if (empty) {
      return "";
    }
    String types =
        strongest(2)
            .map(type -> String.format(Locale.ROOT, ", %s %+.2f", type.id(), mean(type)))
            .collect(Collectors.joining());
    return scoreInWords() + types;
  }

  /** The score, then the strongest types with a bar each; nothing before the first frame. */
  public List<String> lines() {
    return empty
        ? List.of()
        : Stream.concat(Stream.of(scoreInWords()), strongest(MOST_TYPES).map(this::line)).toList();
  }

  private String scoreInWords() {
    return String.format(Locale.ROOT, "score %+.1f", score);
  }

  private Stream<DistortionType> strongest(int most) {
    Comparator<DistortionType> byStrength =
        Comparator.comparingDouble(type -> Math.abs(mean(type)));
    return Stream.of(DistortionType.values())
        .filter(type -> Math.abs(mean(type)) >= LEAST)
        .sorted(byStrength.reversed())
        .limit(most);
  }

  private double mean(DistortionType type) {
    return means[type.ordinal()];
  }

  private String line(DistortionType type) {
    double mean = mean(type);
    String bar = "#".repeat((int) Math.round(Math.min(1, Math.abs(mean)) * BAR_WIDTH));
    return String.format(
            Locale.ROOT, "%-14s %+.2f  %-20s %s", type.id(), mean, bar, type.inWords(mean))
        .stripTrailing();
  }
}
