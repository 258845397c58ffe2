package dev.pixelwatch.tools.report;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.monitor.detect.Alert;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All frames that a report shows: the worst ones, and those that show what alerts are about. */
public final class ReportFrames {
  private static final int MOST_ALERTS = 8;

  private ReportFrames() {}

  /** Each frame once, the worst first. */
  public static List<ShownFrame> of(List<FrameResult> results, Summary summary) {
    Map<Long, ShownFrame> shown = new LinkedHashMap<>();
    WorstFrames.of(results, summary.topTypes())
        .forEach(frame -> shown.put(frame.result().frame(), frame));
    Map<Long, FrameResult> scored =
        results.stream()
            .filter(FrameResult::isScored)
            .collect(Collectors.toMap(FrameResult::frame, Function.identity(), (a, b) -> a));
    for (Alert alert : summary.alerts().stream().limit(MOST_ALERTS).toList()) {
      alert.evidenceFrames().stream()
          .map(scored::get)
          .filter(Objects::nonNull)
          .findFirst()
          .ifPresent(frame -> add(shown, frame, alert));
    }
    return List.copyOf(shown.values());
  }

  private static void add(Map<Long, ShownFrame> shown, FrameResult frame, Alert alert) {
    DistortionType type = type(alert, frame);
    String why = "alert, " + alert.kind().replace('_', ' ');
    shown.merge(
        frame.frame(),
        new ShownFrame(frame, List.of(type), List.of(why)),
        (before, more) ->
            new ShownFrame(frame, union(before.types(), type), union(before.why(), why)));
  }

  private static <T> List<T> union(List<T> items, T item) {
    return Stream.concat(items.stream(), Stream.of(item)).distinct().toList();
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
