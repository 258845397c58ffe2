package dev.pixelwatch.tools.watch;

import dev.pixelwatch.media.VideoInfo;
import dev.pixelwatch.monitor.Monitor;
import dev.pixelwatch.monitor.Result;
import dev.pixelwatch.monitor.ResultReader;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.tools.report.FrameOutcome;
import dev.pixelwatch.tools.report.FrameResult;
import dev.pixelwatch.tools.report.RunInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Publishes on a thread of its own and reads results until every published frame has its own. */
final class WatchLoop {
  private static final Duration POLL = Duration.ofMillis(100);

  /** Much longer than any frame may take, including a transaction that has to time out. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final long DETECTORS_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int POLLS_AFTER = 3;

  private final PairPublisher publisher;
  private final ResultReader reader;
  private final ResultCollector collector;
  private final Monitor monitor;
  private final Runnable broker;
  private final WatchListener listener;
  private final Standstill standstill = new Standstill(PATIENCE, System::nanoTime);
  private long lastResult = System.nanoTime();
  private long settledInThisRun;
  private long completed;
  private double seconds;
  private boolean interrupted;

  /**
   * @param broker throws a {@link dev.pixelwatch.core.UserError} when it no longer runs
   */
  WatchLoop(
      PairPublisher publisher,
      ResultReader reader,
      ResultCollector collector,
      Monitor monitor,
      Runnable broker,
      WatchListener listener) {
    this.publisher = publisher;
    this.reader = reader;
    this.collector = collector;
    this.monitor = monitor;
    this.broker = broker;
    this.listener = listener;
  }

  WatchLoop run(BooleanSupplier stop) {
    long start = System.nanoTime();
    lastResult = start;
    ExecutorService thread =
        Executors.newSingleThreadExecutor(task -> new Thread(task, "pixelwatch-publisher"));
    Future<Long> published = thread.submit(publisher);
    try {
      while (!isDone(published)) {
        readResults();
        broker.run();
        monitor.check();
      }
    } finally {
      thread.shutdownNow();
      awaitEnd(thread);
    }
    awaitDetectors();
    interrupted = stop.getAsBoolean();
    seconds = (lastResult - start) / 1e9;
    return this;
  }

  WatchResult result(
      WatchOptions options, VideoPair videos, DistortionNetwork network, String version) {
    List<String> notes = new ArrayList<>(videos.notesBefore());
    boolean atTheEnd = !interrupted && options.maxFrames() == Long.MAX_VALUE;
    if (atTheEnd) {
      notes.addAll(videos.notesAfter());
    }
    VideoInfo info = videos.info();
    RunInfo run =
        new RunInfo(
            version,
            network.model().name(),
            network.model().sha256(),
            network.engine(),
            options.stream(),
            options.stage(),
            options.build(),
            info.width(),
            info.height(),
            videos.referenceFile().toString(),
            videos.processedFile().toString(),
            seconds > 0 ? settledInThisRun / seconds : 0,
            "decode, broker, topology, network",
            notes);
    return new WatchResult(
        run, collector.results(), collector.alerts(), interrupted, atTheEnd && videos.isDamaged());
  }

  /** The last alerts come a little after the last score. */
  private void awaitDetectors() {
    long start = System.nanoTime();
    while (!monitor.hasLookedAtAll() && System.nanoTime() - start < DETECTORS_NANOS) {
      readResults();
    }
    for (int i = 0; i < POLLS_AFTER; i++) {
      readResults();
    }
  }

  private void readResults() {
    for (Result result : reader.poll(POLL)) {
      collector.add(result).ifPresent(this::settled);
    }
    listener.progress(collector.settled());
    standstill.look(publisher.frames() + completed);
  }

  private void settled(FrameResult frame) {
    completed++;
    if (frame.outcome() == FrameOutcome.SCORED) {
      settledInThisRun++;
      lastResult = System.nanoTime();
    }
    listener.settled(frame);
  }

  private boolean isDone(Future<Long> published) {
    if (!published.isDone()) {
      return false;
    }
    try {
      return collector.settled() >= published.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while watching", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("the frames could not be published", e.getCause());
    }
  }

  private static void awaitEnd(ExecutorService thread) {
    try {
      thread.awaitTermination(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
