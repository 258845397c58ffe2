package dev.pixelwatch.tools.report;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.ScoreWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Picks the frames to show: the lowest scores, spread over the clip, and for each type that is
 * really there its strongest frame.
 */
final class WorstFrames {
  /** Most frames picked for their score. */
  static final int MOST = 4;

  /** Least distance in time between two of them; the larger of the two counts. */
  static final long LEAST_DISTANCE_US = 1_000_000;

  /** As {@link #LEAST_DISTANCE_US}, as a share of the clip. */
  static final double LEAST_DISTANCE_SHARE = 0.05;

  private WorstFrames() {}

  /**
   * The frames to show, lowest score first, then those picked for a type. The lowest score is
   * always among them; further ones only if they look worse than the reference.
   *
   * @param topTypes the types that are really there, strongest first
   * @return each frame once; empty if none was scored
   */
  static List<ShownFrame> of(List<FrameResult> results, List<DistortionType> topTypes) {
    List<FrameResult> scored = results.stream().filter(FrameResult::isScored).toList();
    Map<Long, ShownFrame> shown = new LinkedHashMap<>();
    List<DistortionType> candidates =
        topTypes.isEmpty() ? Arrays.asList(DistortionType.values()) : topTypes;
    for (FrameResult result : lowestScores(scored)) {
      add(
          shown,
          result,
          result.strongestOf(candidates),
          shown.isEmpty() ? "lowest score" : "low score");
    }
    for (DistortionType type : topTypes) {
      add(shown, strongest(scored, type), type, "strongest " + type.id());
    }
    return List.copyOf(shown.values());
  }

  private static List<FrameResult> lowestScores(List<FrameResult> scored) {
    long distance = leastDistanceUs(scored);
    List<FrameResult> picked = new ArrayList<>();
    scored.stream()
        .sorted(Comparator.comparingDouble(FrameResult::score))
        .filter(result -> picked.isEmpty() || result.score() <= -ScoreWords.SAME)
        .forEach(
            result -> {
              if (picked.size() < MOST
                  && picked.stream()
                      .allMatch(p -> Math.abs(p.timeUs() - result.timeUs()) >= distance)) {
                picked.add(result);
              }
            });
    return picked;
  }

  private static long leastDistanceUs(List<FrameResult> scored) {
    long first = scored.stream().mapToLong(FrameResult::timeUs).min().orElse(0);
    long last = scored.stream().mapToLong(FrameResult::timeUs).max().orElse(0);
    return Math.max(LEAST_DISTANCE_US, Math.round(LEAST_DISTANCE_SHARE * (last - first)));
  }

  private static FrameResult strongest(List<FrameResult> scored, DistortionType type) {
    return scored.stream()
        .max(Comparator.comparingDouble(result -> Math.abs(result.intensity(type))))
        .orElseThrow();
  }

  private static void add(
      Map<Long, ShownFrame> shown, FrameResult result, DistortionType type, String why) {
    shown.merge(
        result.frame(),
        new ShownFrame(result, List.of(type), List.of(why)),
        (before, more) ->
            new ShownFrame(result, union(before.types(), type), union(before.why(), why)));
  }

  private static <T> List<T> union(List<T> items, T item) {
    List<T> all = new ArrayList<>(items);
    if (!all.contains(item)) {
      all.add(item);
    }
    return all;
  }
}
