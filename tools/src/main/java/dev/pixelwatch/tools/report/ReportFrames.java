package dev.pixelwatch.tools.report;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.monitor.detect.Alert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All frames that a report shows: the worst ones, and those that show what alerts are about. */
public final class ReportFrames {
  private static final int MOST_ALERTS = 8;

  private ReportFrames() {}

  /** Each frame once, the worst first. */
  public static List<ShownFrame> of(List<FrameResult> results, Summary summary) {
    List<ShownFrame> shown = new ArrayList<>(WorstFrames.of(results, summary.topTypes()));
    Set<Long> numbers =
        shown.stream().map(frame -> frame.result().frame()).collect(Collectors.toSet());
    Map<Long, FrameResult> scored =
        results.stream()
            .filter(FrameResult::isScored)
            .collect(Collectors.toMap(FrameResult::frame, Function.identity(), (a, b) -> a));
    for (Alert alert : summary.alerts().stream().limit(MOST_ALERTS).toList()) {
      Optional<FrameResult> evidence =
          alert.evidenceFrames().stream().map(scored::get).filter(f -> f != null).findFirst();
      if (evidence.isPresent() && numbers.add(evidence.get().frame())) {
        String why = "alert, " + alert.kind().replace('_', ' ');
        shown.add(
            new ShownFrame(evidence.get(), List.of(type(alert, evidence.get())), List.of(why)));
      }
    }
    return shown;
  }

  private static DistortionType type(Alert alert, FrameResult frame) {
    return Optional.ofNullable(alert.type())
        .flatMap(DistortionType::byId)
        .orElseGet(
            () ->
                Stream.of(DistortionType.values())
                    .max(Comparator.comparingDouble(type -> Math.abs(frame.intensity(type))))
                    .orElseThrow());
  }
}
