package dev.pixelwatch.monitor.http;

import dev.pixelwatch.monitor.detect.FrameOrder;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.Score;
import dev.pixelwatch.schemas.StreamStatus;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What is remembered of one stream. Safe for use by several threads. */
final class StreamHistory {
  private final String stream;
  private final PointRing points;
  private final KeptFrames kept;
  private final Rate rate = new Rate();
  private final Map<OutcomeKind, Long> outcomes = new EnumMap<>(OutcomeKind.class);
  private Score last;
  private String stage = "";
  private String build = "";
  private StreamStatus status;
  private long statusNanos;
  private int k = 1;
  private long version;
  private volatile long heardNanos;

  StreamHistory(String stream, int capacity, KeptFrames kept, long nowNanos) {
    this.stream = stream;
    this.heardNanos = nowNanos;
    this.points = new PointRing(capacity);
    this.kept = kept;
  }

  String stream() {
    return stream;
  }

  KeptFrames kept() {
    return kept;
  }

  /** Something came of the stream. */
  void heard(long nowNanos) {
    heardNanos = nowNanos;
  }

  /** When something came of it last. */
  long heardNanos() {
    return heardNanos;
  }

  synchronized void add(Score score, long nowNanos) {
    if (isNewRun(score.getFrameNumber())) {
      points.clear();
      kept.clear();
      last = null;
    }
    points.add(
        score.getFrameNumber(), score.getCaptureTimeUs(), score.getScore(), score.getIntensities());
    rate.count(nowNanos);
    identify(score.getStage(), score.getBuild());
    // Results of one stream come out of order by a few frames.
    if (last == null || score.getFrameNumber() >= last.getFrameNumber()) {
      last = score;
    }
    version++;
  }

  /** Whether the numbers began anew; what comes late after a takeover fills a gap instead. */
  private boolean isNewRun(long frame) {
    return last != null
        && FrameOrder.isRestart(frame, last.getFrameNumber())
        && !points.lacks(frame);
  }

  synchronized void add(Outcome outcome) {
    outcomes.merge(outcome.getKind(), 1L, Long::sum);
    k = outcome.getK();
    identify(outcome.getStage(), outcome.getBuild());
    version++;
  }

  synchronized void add(StreamStatus told, long nowNanos) {
    status = told;
    statusNanos = nowNanos;
    identify(told.getStage(), told.getBuild());
    version++;
  }

  /** Keeps a frame to look at, and forgets those that are older than all scores. */
  void add(KeptFrame frame) {
    kept.add(frame);
    synchronized (this) {
      Points oldest = points.since(points.first(), 1);
      if (oldest.size() == 1) {
        kept.dropBefore(oldest.frames()[0]);
      }
      version++;
    }
  }

  private void identify(String nowStage, String nowBuild) {
    stage = nowStage;
    build = nowBuild;
  }

  synchronized Points since(long seq, int limit) {
    return points.since(seq, limit);
  }

  /** The score of one frame, if it is remembered. */
  synchronized Optional<Points> scoreOf(long frame) {
    long seq = points.sequenceOf(frame);
    return seq < 0 ? Optional.empty() : Optional.of(points.since(seq, 1));
  }

  /** Sequence number that the next scored frame will have. */
  synchronized long next() {
    return points.next();
  }

  synchronized StreamView view(long nowNanos) {
    return new StreamView(
        stream,
        stage,
        build,
        last,
        status,
        TimeUnit.NANOSECONDS.toMillis(nowNanos - statusNanos),
        Map.copyOf(outcomes),
        k,
        rate.perSecond(nowNanos),
        rate.idleMillis(nowNanos),
        points.first(),
        points.next(),
        version);
  }
}
