package dev.pixelwatch.tools.record.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pixelwatch.monitor.FrameIdentity;
import dev.pixelwatch.monitor.PairScoring;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.schemas.Records;
import dev.pixelwatch.schemas.Score;
import dev.pixelwatch.tools.record.RecordKind;
import dev.pixelwatch.tools.record.RecordSink;
import dev.pixelwatch.tools.record.RecordedMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Scores pairs side by side and gives the results in the order of the pairs. Times that differ from
 * run to run (of inference, of latency) are 0 in the results, so that the same pairs give the same
 * bytes. Used by one thread.
 */
public final class OrderedScoring implements AutoCloseable {
  /** Pairs under way for each worker: one at work, one that waits. */
  private static final int DEPTH = 2;

  private final DistortionNetwork network;
  private final RecordSink sink;
  private final int workers;
  private final ExecutorService pool;
  private final Deque<PairScoring> idle = new ArrayDeque<>();
  private final Deque<Future<Result>> underWay = new ArrayDeque<>();
  private final List<String> failures = new ArrayList<>();
  private long scored;

  /** Score and map, or why there are none. */
  private record Result(FramesOfPair pair, PairScoring.Scored scored, String failure) {}

  /**
   * @param network loaded with one thread; stays open
   * @param sink where scores and maps go
   */
  public OrderedScoring(DistortionNetwork network, RecordSink sink) {
    this.network = network;
    this.sink = sink;
    workers = Runtime.getRuntime().availableProcessors();
    pool =
        Executors.newFixedThreadPool(
            workers,
            work -> {
              Thread thread = new Thread(work, "rescore");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Takes a pair; waits while too many are under way.
   *
   * @throws dev.pixelwatch.core.UserError if the sink cannot take the results
   */
  public void add(FramesOfPair pair) {
    if (underWay.size() >= DEPTH * workers) {
      settle();
    }
    underWay.add(pool.submit(() -> score(pair)));
  }

  /** Waits for what is under way. */
  public void finish() {
    while (!underWay.isEmpty()) {
      settle();
    }
  }

  /** How many pairs were scored. */
  public long scored() {
    return scored;
  }

  /** Which pairs could not be scored and why, in words. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  private Result score(FramesOfPair pair) {
    PairScoring scoring = take();
    try {
      FrameIdentity identity =
          new FrameIdentity(
              pair.build().stream(),
              pair.build().stage(),
              pair.build().build(),
              pair.processed().getFrameNumber(),
              pair.processed().getCaptureTimeUs());
      return new Result(
          pair,
          scoring.score(identity, pair.reference(), pair.processed(), () -> Duration.ZERO),
          null);
    } catch (IllegalArgumentException e) {
      return new Result(pair, null, e.getMessage());
    } finally {
      giveBack(scoring);
    }
  }

  private PairScoring take() {
    synchronized (idle) {
      if (!idle.isEmpty()) {
        return idle.pop();
      }
    }
    return new PairScoring(network.newAssessor(), network.model(), network.engine());
  }

  private void giveBack(PairScoring scoring) {
    synchronized (idle) {
      idle.push(scoring);
    }
  }

  private void settle() {
    Result result = get(underWay.remove());
    FramesOfPair pair = result.pair();
    if (result.failure() != null) {
      failures.add(
          "frame %d of %s: %s"
              .formatted(pair.processed().getFrameNumber(), pair.build(), result.failure()));
      return;
    }
    Score score =
        Score.newBuilder(result.scored().score()).setInferenceUs(0).setLatencyUs(0).build();
    give(RecordKind.SCORES, pair, Records.SCORE.encode(score));
    give(RecordKind.MAPS, pair, Records.MAP.encode(result.scored().map()));
    scored++;
  }

  private void give(RecordKind kind, FramesOfPair pair, byte[] value) {
    sink.accept(
        new RecordedMessage(
            kind,
            pair.build(),
            pair.publishedMs(),
            pair.partition(),
            pair.build().stream().getBytes(UTF_8),
            value));
  }

  private static Result get(Future<Result> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while scoring", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the network failed", e.getCause());
    }
  }

  @Override
  public void close() {
    pool.shutdown();
    try {
      // The network must not be closed under a worker.
      if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("a worker does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    idle.forEach(PairScoring::close);
  }
}
