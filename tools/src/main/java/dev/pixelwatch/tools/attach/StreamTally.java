package dev.pixelwatch.tools.attach;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.Score;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What has come of the frames of one stream so far. Used by one thread. */
final class StreamTally {
  /** Weight of a new score in the running means: about a second counts. */
  private static final double WEIGHT = 0.05;

  /** Weakest running mean that is named. */
  private static final double LEAST = 0.05;

  private static final long RATE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Map<OutcomeKind, Long> outcomes = new EnumMap<>(OutcomeKind.class);
  private final double[] means = new double[DistortionType.COUNT];
  private double score = Double.NaN;
  private int k = 1;
  private long scores;
  private long rateNanos = System.nanoTime();
  private long rateScores;
  private double rate;

  void add(Score record) {
    boolean first = Double.isNaN(score);
    double weight = first ? 1 : WEIGHT;
    score = first ? record.getScore() : score + weight * (record.getScore() - score);
    for (int type = 0; type < means.length; type++) {
      means[type] += weight * (record.getIntensities().get(type) - means[type]);
    }
    scores++;
  }

  void add(Outcome record) {
    outcomes.merge(record.getKind(), 1L, Long::sum);
    k = record.getK();
  }

  /** Distinct frame numbers that have an outcome. */
  long settled() {
    return outcomes.entrySet().stream()
        .filter(entry -> entry.getKey() != OutcomeKind.DUPLICATE)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  long count(OutcomeKind kind) {
    return outcomes.getOrDefault(kind, 0L);
  }

  /** Running mean of the score in points; nothing before the first. */
  Optional<Double> score() {
    return Double.isNaN(score) ? Optional.empty() : Optional.of(score);
  }

  /** Every k-th frame is scored. */
  int k() {
    return k;
  }

  /** Scores per second of late. */
  double rate() {
    long now = System.nanoTime();
    if (now - rateNanos > RATE_NANOS) {
      rate = (scores - rateScores) * 1e9 / (now - rateNanos);
      rateNanos = now;
      rateScores = scores;
    }
    return rate;
  }

  /** The strongest type of late, if any is there at all. */
  Optional<DistortionType> topType() {
    return Stream.of(DistortionType.values())
        .filter(type -> Math.abs(mean(type)) >= LEAST)
        .max(Comparator.comparingDouble(type -> Math.abs(mean(type))));
  }

  /** Running mean of the signed intensity of a type. */
  double mean(DistortionType type) {
    return means[type.ordinal()];
  }

  /** All of it at this moment. */
  StreamListener.Outcomes outcomes() {
    return new StreamListener.Outcomes(
        score,
        topTypeInWords(),
        k,
        rate(),
        count(OutcomeKind.SCORED),
        count(OutcomeKind.SKIPPED),
        count(OutcomeKind.UNMATCHED),
        count(OutcomeKind.LOST),
        count(OutcomeKind.FAILED),
        count(OutcomeKind.DUPLICATE));
  }

  /** Such as {@code blur +0.31}; empty when no type is there. */
  String topTypeInWords() {
    return topType()
        .map(type -> String.format(Locale.ROOT, "%s %+.2f", type.id(), mean(type)))
        .orElse("");
  }
}
