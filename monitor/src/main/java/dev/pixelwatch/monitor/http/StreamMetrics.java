package dev.pixelwatch.monitor.http;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.monitor.MetricNames;
import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.schemas.Score;
import dev.pixelwatch.schemas.StreamState;
import dev.pixelwatch.schemas.StreamStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.search.Search;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The newest score, intensities and capture state of every stream as gauges. */
final class StreamMetrics {
  /** A score that is older than this is not told as if it were of now. */
  private static final Duration NEWEST_FOR = Duration.ofSeconds(30);

  private final History history;
  private final Duration newestFor;
  private final MultiGauge scores;
  private final MultiGauge idle;
  private final MultiGauge intensities;
  private final MultiGauge states;
  private final MultiGauge captured;
  private final MultiGauge withoutRoom;
  private final MultiGauge confidences;
  private final MultiGauge offsets;
  private final MultiGauge openAlerts;
  private final MultiGauge models;

  StreamMetrics(MeterRegistry registry, History history) {
    this(registry, history, NEWEST_FOR);
  }

  /**
   * @param newestFor how long the newest score is told
   */
  StreamMetrics(MeterRegistry registry, History history, Duration newestFor) {
    this.history = history;
    this.newestFor = newestFor;
    scores = gauge(registry, HttpMetricNames.SCORE, "Newest relational score in points", null);
    intensities =
        gauge(registry, HttpMetricNames.INTENSITY, "Newest mean signed intensity, -1..1", null);
    idle = gauge(registry, HttpMetricNames.IDLE, "Since the newest score", "seconds");
    states = gauge(registry, HttpMetricNames.CAPTURE_STATE, "1 for the present state", null);
    captured = gauge(registry, HttpMetricNames.CAPTURED, "Frames captured since the start", null);
    withoutRoom =
        gauge(
            registry,
            HttpMetricNames.WITHOUT_ROOM,
            "Captured frames that were thrown away since the start",
            null);
    confidences =
        gauge(
            registry,
            HttpMetricNames.ALIGNMENT_CONFIDENCE,
            "How sure the temporal offset is, 0..1",
            null);
    offsets =
        gauge(
            registry,
            HttpMetricNames.ALIGNMENT_OFFSET,
            "Temporal offset of the processed side",
            "frames");
    openAlerts = gauge(registry, HttpMetricNames.OPEN_ALERTS, "Alerts that are open", null);
    history.onNewAlert(
        alert ->
            Counter.builder(HttpMetricNames.ALERTS)
                .description("Alerts that opened")
                .tags(tags(alert))
                .register(registry)
                .increment());
    history.onForgotten(
        stream ->
            Search.in(registry).tag(MetricNames.STREAM, stream).meters().forEach(registry::remove));
    models = gauge(registry, HttpMetricNames.MODEL, "The network that scores a stream", null);
    Gauge.builder(HttpMetricNames.KEPT_BYTES, history, StreamMetrics::keptBytes)
        .description("Pictures and maps that can be looked at")
        .baseUnit("bytes")
        .strongReference(true)
        .register(registry);
  }

  private static MultiGauge gauge(
      MeterRegistry registry, String name, String description, String unit) {
    return MultiGauge.builder(name).description(description).baseUnit(unit).register(registry);
  }

  private static double keptBytes(History history) {
    return history.streams().stream().mapToLong(stream -> stream.kept().bytes()).sum();
  }

  /** Brings the gauges up to date; streams that are new appear. */
  synchronized void update() {
    List<StreamView> views = history.streams().stream().map(history::view).toList();
    openAlerts.register(alertRows(), true);
    List<StreamView> scored = views.stream().filter(view -> view.last() != null).toList();
    List<StreamView> live =
        scored.stream().filter(view -> view.idleMillis() < newestFor.toMillis()).toList();
    scores.register(rows(live, StreamMetrics::scoreTags, view -> view.last().getScore()), true);
    intensities.register(intensityRows(live), true);
    idle.register(rows(scored, StreamMetrics::scoreTags, view -> view.idleMillis() / 1000.0), true);
    models.register(modelRows(scored), true);
    List<StreamView> told = views.stream().filter(view -> view.status() != null).toList();
    states.register(stateRows(told), true);
    captured.register(capturedRows(told), true);
    withoutRoom.register(
        rows(told, StreamMetrics::tags, view -> view.status().getFramesWithoutRoom()), true);
    confidences.register(
        rows(told, StreamMetrics::tags, view -> view.status().getAlignmentConfidence()), true);
    offsets.register(
        rows(told, StreamMetrics::tags, view -> view.status().getOffsetFrames()), true);
  }

  /** Alerts that have closed count as 0, so that a graph comes down. */
  private List<Row<?>> alertRows() {
    Map<Tags, Integer> open = new LinkedHashMap<>();
    for (Alert alert : history.alerts().since(0)) {
      open.merge(tags(alert), alert.isOpen() ? 1 : 0, Integer::sum);
    }
    return open.entrySet().stream()
        .<Row<?>>map(entry -> Row.of(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Tags tags(Alert alert) {
    return Tags.of(
        MetricNames.STREAM, alert.stream(),
        MetricNames.STAGE, text(alert.stage()),
        MetricNames.BUILD, text(alert.build()),
        HttpMetricNames.KIND, alert.kind(),
        HttpMetricNames.TYPE, text(alert.type()));
  }

  private static String text(String valueOrNull) {
    return valueOrNull == null ? "" : valueOrNull;
  }

  /** One row for each stream that has a value. */
  private static List<Row<?>> rows(
      List<StreamView> views, Function<StreamView, Tags> tags, Function<StreamView, Number> value) {
    List<Row<?>> rows = new ArrayList<>();
    for (StreamView view : views) {
      Number number = value.apply(view);
      if (number != null) {
        rows.add(Row.of(tags.apply(view), number));
      }
    }
    return rows;
  }

  private static List<Row<?>> modelRows(List<StreamView> views) {
    return views.stream()
        .<Row<?>>map(
            view ->
                Row.of(
                    scoreTags(view)
                        .and("model", view.last().getModelName())
                        .and("sha256", view.last().getModelSha256())
                        .and("engine", view.last().getEngine()),
                    1))
        .toList();
  }

  private static List<Row<?>> intensityRows(List<StreamView> views) {
    List<Row<?>> rows = new ArrayList<>();
    for (StreamView view : views) {
      Score last = view.last();
      int known = Math.min(DistortionType.COUNT, last.getIntensities().size());
      for (int i = 0; i < known; i++) {
        String type = DistortionType.values()[i].id();
        Tags tags = scoreTags(view).and(HttpMetricNames.TYPE, type);
        rows.add(Row.of(tags, last.getIntensities().get(i)));
      }
    }
    return rows;
  }

  private static List<Row<?>> stateRows(List<StreamView> views) {
    List<Row<?>> rows = new ArrayList<>();
    for (StreamView view : views) {
      for (StreamState state : StreamState.values()) {
        Tags tags = tags(view).and(HttpMetricNames.STATE, state.name().toLowerCase(Locale.ROOT));
        rows.add(Row.of(tags, view.captureState() == state ? 1 : 0));
      }
    }
    return rows;
  }

  private static List<Row<?>> capturedRows(List<StreamView> views) {
    List<Row<?>> rows = new ArrayList<>();
    for (StreamView view : views) {
      StreamStatus status = view.status();
      Tags tags = tags(view);
      rows.add(Row.of(tags.and(HttpMetricNames.SIDE, "reference"), status.getReferenceFrames()));
      rows.add(Row.of(tags.and(HttpMetricNames.SIDE, "processed"), status.getProcessedFrames()));
    }
    return rows;
  }

  private static Tags tags(StreamView view) {
    return Tags.of(
        MetricNames.STREAM, view.stream(),
        MetricNames.STAGE, view.stage(),
        MetricNames.BUILD, view.build());
  }

  /** The build that was scored: a state of the next build may have come before its first score. */
  private static Tags scoreTags(StreamView view) {
    return Tags.of(
        MetricNames.STREAM, view.stream(),
        MetricNames.STAGE, view.last().getStage(),
        MetricNames.BUILD, view.last().getBuild());
  }
}
