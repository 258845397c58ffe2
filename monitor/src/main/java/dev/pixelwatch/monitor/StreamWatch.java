package dev.pixelwatch.monitor;

import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.monitor.detect.Baseline;
import dev.pixelwatch.monitor.detect.Box;
import dev.pixelwatch.monitor.detect.DetectorConfig;
import dev.pixelwatch.monitor.detect.FrameOrder;
import dev.pixelwatch.monitor.detect.Observation;
import dev.pixelwatch.monitor.detect.RegionFinder;
import dev.pixelwatch.monitor.detect.StreamDetectors;
import dev.pixelwatch.schemas.DistortionMap;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.Score;
import dev.pixelwatch.schemas.StreamStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One stream: what waits for its turn, its detectors, and its latest maps, which may be lost. */
final class StreamWatch {
  private static final Logger LOG = LoggerFactory.getLogger(StreamWatch.class);
  private static final long IDLE_AFTER_MS = Duration.ofMinutes(10).toMillis();

  private final FrameOrder<SpecificRecord> order;
  private final RegionFinder maps = new RegionFinder();
  private final DetectionStores stores;
  private final StreamDetectors detectors;
  private final String stream;
  private long lastMs;
  private int width;
  private int height;

  StreamWatch(String stream, DetectorConfig config, DetectionStores stores) {
    this.stream = stream;
    this.stores = stores;
    order = config.live() ? FrameOrder.live() : FrameOrder.complete();
    if (config.passesOver(stream)) {
      LOG.warn(
          "Stream {} is compared with a learned baseline: those given are for {}",
          stream,
          config.baselines().stream().map(Baseline::stream).toList());
    }
    byte[] stored = stores.detectors(stream);
    detectors =
        stored == null
            ? StreamDetectors.of(stream, config, this::place)
            : StreamDetectors.restore(stream, config, this::place, stored);
  }

  private Box place(String type, int direction, long fromFrame) {
    return maps.find(type, direction, fromFrame, width, height);
  }

  /** What waited already before a crash. */
  void restore(SpecificRecord waiting, long nowMs) {
    lastMs = nowMs;
    order.add(number(waiting), waiting, nowMs);
  }

  /** Takes a record; gives the alerts that open or close by it. */
  List<Alert> take(SpecificRecord message, long nowMs) {
    lastMs = nowMs;
    if (message instanceof DistortionMap map) {
      maps.add(map);
      return List.of();
    }
    if (message instanceof StreamStatus status) {
      List<Alert> alerts = detectors.stated(status);
      stores.put(stream, detectors.store());
      return alerts;
    }
    if (message instanceof Outcome outcome) {
      return take(outcome, nowMs);
    }
    return take((Score) message, nowMs);
  }

  private List<Alert> take(Outcome outcome, long nowMs) {
    if (outcome.getKind() == OutcomeKind.DUPLICATE) {
      List<Alert> alerts = detectors.duplicate(outcome);
      stores.put(stream, detectors.store());
      return alerts;
    }
    // The score of a scored pair says more than its outcome.
    if (outcome.getKind() == OutcomeKind.SCORED) {
      return List.of();
    }
    if (FrameOrder.isLate(outcome.getFrameNumber(), detectors.head())) {
      if (outcome.getKind() != OutcomeKind.UNMATCHED) {
        detectors.cameLate(outcome.getFrameNumber());
      }
      return List.of();
    }
    stores.await(outcome);
    order.add(outcome.getFrameNumber(), outcome, nowMs);
    return release(nowMs);
  }

  private List<Alert> take(Score score, long nowMs) {
    long number = score.getFrameNumber();
    List<Alert> alerts = new ArrayList<>();
    if (detectors.isRestart(number, score.getCaptureTimeUs())) {
      // What still waits is of the run before: amid the new numbers it would be another restart.
      alerts.addAll(release(Long.MAX_VALUE));
      detectors.beginAnew();
    } else if (FrameOrder.isLate(number, detectors.head())) {
      detectors.cameLate(number);
      return List.of();
    }
    stores.await(score);
    order.add(number, score, nowMs);
    alerts.addAll(release(nowMs));
    return alerts;
  }

  /** Looks at everything whose turn it is. */
  List<Alert> release(long nowMs) {
    List<Alert> alerts = new ArrayList<>();
    Optional<FrameOrder.Next<SpecificRecord>> next = order.next(detectors.head(), nowMs);
    boolean changed = next.isPresent();
    while (next.isPresent()) {
      SpecificRecord item = next.get().item();
      detectors.missing(next.get().number(), next.get().missing(), timeUs(item));
      stores.remove(item);
      if (item instanceof Score score) {
        width = score.getWidth();
        height = score.getHeight();
        alerts.addAll(detectors.scored(Observation.of(score)));
      } else {
        alerts.addAll(detectors.settled((Outcome) item));
      }
      next = order.next(detectors.head(), nowMs);
    }
    if (changed) {
      stores.put(stream, detectors.store());
    }
    return alerts;
  }

  /** Whether nothing has come for so long that nothing waits either. */
  boolean isIdle(long nowMs) {
    return nowMs - lastMs >= IDLE_AFTER_MS;
  }

  private static long timeUs(SpecificRecord record) {
    return record instanceof Score score
        ? score.getCaptureTimeUs()
        : ((Outcome) record).getCaptureTimeUs();
  }

  private static long number(SpecificRecord record) {
    return record instanceof Score score
        ? score.getFrameNumber()
        : ((Outcome) record).getFrameNumber();
  }

  static String streamOf(SpecificRecord record) {
    return record instanceof Score score ? score.getStream() : ((Outcome) record).getStream();
  }
}
