package dev.pixelwatch.tools.report;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.monitor.detect.Alert;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of one run.
 *
 * @param run what makes it reproducible
 * @param frames distinct frames: all outcomes but duplicates
 * @param outcomes number of frames with each outcome, all six of them
 * @param score the relational score over the scored frames
 * @param types each type over the scored frames, all of them in order
 * @param topTypes the types that are really there, strongest first
 * @param alerts in the order in which they opened
 */
public record Summary(
    RunInfo run,
    long frames,
    Map<FrameOutcome, Long> outcomes,
    ScoreStatistics score,
    Map<DistortionType, TypeStatistics> types,
    List<DistortionType> topTypes,
    List<Alert> alerts) {

  /** Sums up the frames of a run, in any order. */
  public static Summary of(RunInfo run, List<FrameResult> results) {
    Map<FrameOutcome, Long> outcomes = new EnumMap<>(FrameOutcome.class);
    for (FrameOutcome outcome : FrameOutcome.values()) {
      outcomes.put(outcome, results.stream().filter(r -> r.outcome() == outcome).count());
    }
    List<FrameResult> scored = results.stream().filter(FrameResult::isScored).toList();
    Map<DistortionType, TypeStatistics> types = new EnumMap<>(DistortionType.class);
    for (DistortionType type : DistortionType.values()) {
      types.put(type, TypeStatistics.of(scored.stream().map(r -> r.intensity(type)).toList()));
    }
    return new Summary(
        run,
        results.size() - outcomes.get(FrameOutcome.DUPLICATE),
        outcomes,
        ScoreStatistics.of(scored),
        types,
        TopTypes.of(types),
        List.of());
  }

  /** The same with the alerts of the run. */
  public Summary withAlerts(List<Alert> opened) {
    return new Summary(run, frames, outcomes, score, types, topTypes, List.copyOf(opened));
  }

  /** Number of frames with this outcome. */
  public long count(FrameOutcome outcome) {
    return outcomes.get(outcome);
  }
}
