package dev.pixelwatch.monitor.evidence;

import dev.pixelwatch.monitor.PairListener;
import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.schemas.DistortionMap;
import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.Score;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps pictures of what alerts are about. A pair or two of each second wait in memory; when an
 * alert opens, those next to its evidence are written, and the pairs that follow until there are
 * three. Everything happens on a thread of its own behind a bounded queue: when that is full, pairs
 * are dropped, and scoring never waits.
 *
 * <p>The frames of a stream are kept where they are scored: of several monitors, the one that runs
 * the detectors of a stream keeps the pictures that it scored itself.
 */
public final class EvidenceStore implements PairListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EvidenceStore.class);

  private static final int MOST_QUEUED = 8;
  private static final int PAIRS_OF_ALERT = 3;
  private static final int PAIRS_OF_STREAM = 6;
  private static final long BYTES_IN_MEMORY = 64L << 20;
  private static final long SAMPLE_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
  private static final long CLOSE_MS = 5_000;

  /** An alert that still wants pictures. */
  private static final class Wanting {
    private Alert alert;
    private int pairs;
  }

  private final EvidenceFolder folder;
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger queuedPairs = new AtomicInteger();
  private final Map<String, Long> sampledNanos = new ConcurrentHashMap<>();

  /** The thread's own: latest pairs of all streams, oldest first, and alerts by stream. */
  private final ArrayDeque<EvidencePair> recent = new ArrayDeque<>();

  private final Map<String, Wanting> wanting = new HashMap<>();
  private final Thread thread = new Thread(this::run, "pixelwatch-evidence");
  private volatile boolean closed;

  /**
   * @param folder made when the first alert opens
   * @param limit bytes that all evidence may take
   */
  public EvidenceStore(Path folder, long limit) {
    this.folder = new EvidenceFolder(folder, limit);
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  /** Name of the folder that holds the evidence of an alert. */
  public static String folderName(String alertId) {
    return alertId.replaceAll("[^A-Za-z0-9_-]", "_");
  }

  @Override
  public void scored(Score score, DistortionMap map, Frame reference, Frame processed) {
    long now = System.nanoTime();
    Long last = sampledNanos.get(score.getStream());
    if (last != null && now - last < SAMPLE_NANOS) {
      return;
    }
    if (queuedPairs.incrementAndGet() > MOST_QUEUED) {
      queuedPairs.decrementAndGet();
      return;
    }
    sampledNanos.put(score.getStream(), now);
    EvidencePair pair = new EvidencePair(map, reference, processed);
    queue.add(
        () -> {
          queuedPairs.decrementAndGet();
          keep(pair);
        });
  }

  @Override
  public void alerted(Alert alert) {
    queue.add(() -> take(alert));
  }

  private void run() {
    try {
      while (!closed || !queue.isEmpty()) {
        Runnable task = queue.poll(100, TimeUnit.MILLISECONDS);
        if (task != null) {
          runSafely(task);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void runSafely(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.warn("Evidence was left out", e);
    }
  }

  private void keep(EvidencePair pair) {
    Wanting alert = wanting.get(pair.map().getStream());
    if (alert != null) {
      write(alert, pair);
    }
    recent.addLast(pair);
    forget(pair.map().getStream());
  }

  private void forget(String stream) {
    long bytes = recent.stream().mapToLong(EvidencePair::bytes).sum();
    long ofStream = recent.stream().filter(p -> p.map().getStream().equals(stream)).count();
    Iterator<EvidencePair> oldest = recent.iterator();
    while (oldest.hasNext() && (bytes > BYTES_IN_MEMORY || ofStream > PAIRS_OF_STREAM)) {
      EvidencePair pair = oldest.next();
      boolean own = pair.map().getStream().equals(stream);
      if (own || bytes > BYTES_IN_MEMORY) {
        oldest.remove();
        bytes -= pair.bytes();
        ofStream -= own ? 1 : 0;
      }
    }
  }

  private void take(Alert alert) {
    if (!alert.isOpen()) {
      wanting.computeIfPresent(
          alert.stream(), (s, w) -> w.alert.id().equals(alert.id()) ? null : w);
      folder.write(alert, Map.of());
      return;
    }
    Wanting wants = new Wanting();
    wants.alert = alert;
    wanting.put(alert.stream(), wants);
    folder.write(alert, Map.of());
    for (EvidencePair pair : nearest(alert)) {
      write(wants, pair);
    }
  }

  /** Pairs since the alert opened, nearest to its evidence first. */
  private List<EvidencePair> nearest(Alert alert) {
    long best =
        alert.evidenceFrames().isEmpty() ? alert.openedFrame() : alert.evidenceFrames().get(0);
    return recent.stream()
        .filter(pair -> pair.map().getStream().equals(alert.stream()))
        .filter(pair -> pair.frame() >= alert.openedFrame())
        .sorted(Comparator.comparingLong(pair -> Math.abs(pair.frame() - best)))
        .limit(PAIRS_OF_ALERT - 1)
        .toList();
  }

  private void write(Wanting wants, EvidencePair pair) {
    try {
      folder.write(wants.alert, EvidencePictures.of(pair, wants.alert.type()));
    } catch (IOException e) {
      LOG.warn("A picture of alert {} was left out", wants.alert.id(), e);
    }
    if (++wants.pairs >= PAIRS_OF_ALERT) {
      wanting.remove(wants.alert.stream(), wants);
    }
  }

  /** Writes what waits, within a few seconds. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(CLOSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
