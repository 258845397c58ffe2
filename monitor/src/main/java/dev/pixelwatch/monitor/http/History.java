package dev.pixelwatch.monitor.http;

import dev.pixelwatch.monitor.Result;
import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.schemas.DistortionMap;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.Score;
import dev.pixelwatch.schemas.StreamStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is remembered of all streams, within {@link HistoryLimits}. Safe for several threads. */
final class History {
  private static final Logger LOG = LoggerFactory.getLogger(History.class);

  /** Least time between maps of a stream whose pictures are elsewhere. */
  private static final long MAP_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final HistoryLimits limits;
  private final LongSupplier clock;
  private final long start;
  private final ConcurrentMap<String, StreamHistory> streams = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Long> mapsDue = new ConcurrentHashMap<>();
  private final Alerts alerts;
  private final Alerts earlier;
  private final Set<Consumer<Alert>> newAlerts = new CopyOnWriteArraySet<>();
  private final Set<Consumer<String>> forgotten = new CopyOnWriteArraySet<>();
  private final AtomicBoolean warned = new AtomicBoolean();

  History(HistoryLimits limits) {
    this(limits, System::nanoTime);
  }

  /**
   * @param clock nanoseconds that only go up
   */
  History(HistoryLimits limits, LongSupplier clock) {
    this.limits = limits;
    this.clock = clock;
    start = clock.getAsLong();
    alerts = new Alerts(limits.alerts());
    earlier = new Alerts(limits.alerts());
  }

  /** Takes a result; of a stream beyond the limit nothing is kept. */
  void add(Result result) {
    if (result instanceof Result.Scored scored) {
      Score score = scored.score();
      of(score.getStream()).ifPresent(history -> history.add(score, now()));
    } else if (result instanceof Result.Settled settled) {
      Outcome outcome = settled.outcome();
      of(outcome.getStream()).ifPresent(history -> history.add(outcome));
    } else if (result instanceof Result.Stated stated) {
      StreamStatus status = stated.status();
      of(status.getStream()).ifPresent(history -> history.add(status, now()));
    } else if (result instanceof Result.Mapped mapped) {
      add(mapped.map());
    } else if (result instanceof Result.Alerted alerted) {
      add(alerted.alert());
    }
  }

  /**
   * Takes an alert that was sent before the start. One that is open is told, and not as new, once
   * something comes of its stream: a stream that has ended may have left its alerts open.
   */
  void recall(Alert alert) {
    earlier.add(alert);
  }

  private void tellEarlier(String stream) {
    synchronized (earlier) {
      earlier.take(stream).stream().filter(Alert::isOpen).forEach(alerts::add);
    }
  }

  private void add(Alert alert) {
    tellEarlier(alert.stream());
    if (alerts.add(alert) && alert.isOpen()) {
      newAlerts.forEach(listener -> listener.accept(alert));
    }
    stream(alert.stream())
        .ifPresent(
            history -> {
              alert.evidenceFrames().forEach(history.kept()::pin);
              history.kept().pin(alert.openedFrame());
            });
  }

  /** Calls back with each alert that opens. */
  void onNewAlert(Consumer<Alert> listener) {
    newAlerts.add(listener);
  }

  /** Calls back with the name of each stream that is forgotten. */
  void onForgotten(Consumer<String> listener) {
    forgotten.add(listener);
  }

  Alerts alerts() {
    return alerts;
  }

  /** Keeps a frame with its pictures; for a while maps of this stream alone are not kept. */
  void add(String stream, KeptFrame frame) {
    mapsDue.put(stream, now() + TimeUnit.SECONDS.toNanos(10));
    of(stream).ifPresent(history -> history.add(frame));
  }

  private void add(DistortionMap map) {
    long now = now();
    if (mapsDue.getOrDefault(map.getStream(), now) <= now) {
      mapsDue.put(map.getStream(), now + MAP_INTERVAL_NANOS);
      KeptFrame frame =
          new KeptFrame(map.getFrameNumber(), map.getCaptureTimeUs(), map, null, null);
      of(map.getStream()).ifPresent(history -> history.add(frame));
    }
  }

  /** The streams that are known, by name. */
  List<StreamHistory> streams() {
    return streams.keySet().stream().sorted().map(streams::get).toList();
  }

  /** A stream that is known. */
  Optional<StreamHistory> stream(String name) {
    return Optional.ofNullable(streams.get(name));
  }

  StreamView view(StreamHistory history) {
    return history.view(now());
  }

  private long now() {
    return clock.getAsLong() - start;
  }

  private Optional<StreamHistory> of(String stream) {
    Optional<StreamHistory> known =
        Optional.ofNullable(streams.get(stream)).or(() -> begin(stream));
    known.ifPresent(history -> history.heard(now()));
    return known;
  }

  private synchronized Optional<StreamHistory> begin(String stream) {
    boolean isNew = !streams.containsKey(stream);
    if (isNew && streams.size() >= limits.streams() && !forgetIdle()) {
      if (!warned.getAndSet(true)) {
        LOG.warn("More than {} streams; the page leaves {} out", limits.streams(), stream);
      }
      return Optional.empty();
    }
    StreamHistory added =
        streams.computeIfAbsent(
            stream,
            name ->
                new StreamHistory(
                    name,
                    limits.scores(),
                    new KeptFrames(limits.keptFrames(), this::keptBytes),
                    now()));
    streams.values().forEach(other -> other.kept().trim());
    tellEarlier(stream);
    return Optional.of(added);
  }

  /** Makes room by the stream of which nothing has come for longest, if that is long enough. */
  private boolean forgetIdle() {
    Optional<StreamHistory> idle =
        streams.values().stream()
            .min(Comparator.comparingLong(StreamHistory::heardNanos))
            .filter(history -> now() - history.heardNanos() >= limits.idle().toNanos());
    idle.map(StreamHistory::stream).ifPresent(this::forget);
    return idle.isPresent();
  }

  private void forget(String stream) {
    streams.remove(stream);
    mapsDue.remove(stream);
    alerts.take(stream).forEach(this::recall);
    forgotten.forEach(listener -> listener.accept(stream));
  }

  /** Each stream's share of the bytes. */
  private long keptBytes() {
    return limits.keptBytes() / Math.max(1, streams.size());
  }
}
