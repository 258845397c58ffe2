package dev.pixelwatch.monitor.http;

import dev.pixelwatch.monitor.PairListener;
import dev.pixelwatch.monitor.Pictures;
import dev.pixelwatch.schemas.DistortionMap;
import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.Score;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encodes some of the scored pairs as pictures for the history, on a thread of its own. Each stream
 * has room for one pair that waits: a newer one takes its place, so nothing piles up and the last
 * pair of a stream is always kept. The thread takes a small share of one core: after a pair that
 * took t of its time, a stream waits for t / share times the number of streams.
 */
final class PictureKeeper implements PairListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PictureKeeper.class);

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final double SHARE = 0.15;
  private static final int WIDEST = 1920;
  private static final long WATCHED_MS = 160;
  private static final long UNWATCHED_MS = 400;
  private static final long LOOK_MS = 20;

  private record Pair(Score score, DistortionMap map, Frame reference, Frame processed) {
    /** Pairs of one stream come out of order by a few frames; a stream may also begin anew. */
    boolean isNewerThan(Pair other) {
      long ahead = score.getFrameNumber() - other.score.getFrameNumber();
      return ahead > 0 && ahead < 1000;
    }
  }

  private final History history;
  private final BooleanSupplier watched;
  private final Counter kept;
  private final Map<String, Pair> waiting = new HashMap<>();
  private final Map<String, Long> dueMs = new HashMap<>();
  private final Thread thread = new Thread(this::run, "pixelwatch-pictures");
  private boolean closed;

  /**
   * @param watched whether somebody looks at the page; otherwise fewer pictures will do
   */
  PictureKeeper(History history, BooleanSupplier watched, MeterRegistry registry) {
    this.history = history;
    this.watched = watched;
    history.onForgotten(this::forget);
    kept =
        Counter.builder(HttpMetricNames.PICTURES)
            .description("Pairs of pictures encoded for the page")
            .register(registry);
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  @Override
  public void scored(Score score, DistortionMap map, Frame reference, Frame processed) {
    Pair pair = new Pair(score, map, reference, processed);
    synchronized (waiting) {
      Pair other = waiting.get(score.getStream());
      if (other == null || !other.isNewerThan(pair)) {
        waiting.put(score.getStream(), pair);
        waiting.notifyAll();
      }
    }
  }

  private void forget(String stream) {
    synchronized (waiting) {
      dueMs.remove(stream);
    }
  }

  private void run() {
    try {
      for (Optional<Pair> pair = take(); pair.isPresent(); pair = take()) {
        keep(pair.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The waiting pair that has been due for longest, once there is one; empty when closed. */
  private Optional<Pair> take() throws InterruptedException {
    synchronized (waiting) {
      while (!closed) {
        long now = nowMs();
        Optional<String> next =
            waiting.keySet().stream()
                .filter(stream -> dueMs.getOrDefault(stream, now) <= now)
                .min((a, b) -> Long.compare(dueMs.getOrDefault(a, 0L), dueMs.getOrDefault(b, 0L)));
        if (next.isPresent()) {
          return Optional.of(waiting.remove(next.get()));
        }
        waiting.wait(waiting.isEmpty() ? 0 : LOOK_MS);
      }
      return Optional.empty();
    }
  }

  private void keep(Pair pair) {
    long startMs = nowMs();
    long cpuBefore = CPU.getCurrentThreadCpuTime();
    try {
      history.add(
          pair.score.getStream(),
          new KeptFrame(
              pair.score.getFrameNumber(),
              pair.score.getCaptureTimeUs(),
              pair.map,
              jpeg(pair.reference),
              jpeg(pair.processed)));
      kept.increment();
    } catch (RuntimeException e) {
      LOG.warn("A pair of pictures was left out", e);
    }
    long least = watched.getAsBoolean() ? WATCHED_MS : UNWATCHED_MS;
    long took = (CPU.getCurrentThreadCpuTime() - cpuBefore) / 1_000_000;
    synchronized (waiting) {
      dueMs.put(pair.score.getStream(), startMs);
      long interval = Math.max(least, (long) (took / SHARE) * dueMs.size());
      dueMs.put(pair.score.getStream(), startMs + interval);
    }
  }

  private static byte[] jpeg(Frame frame) {
    return Images.jpeg(ScreenPicture.of(Pictures.toPicture(frame), WIDEST));
  }

  private static long nowMs() {
    return System.nanoTime() / 1_000_000;
  }

  @Override
  public void close() {
    synchronized (waiting) {
      closed = true;
      waiting.notifyAll();
    }
  }
}
