package dev.pixelwatch.tools.record.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pixelwatch.monitor.FrameIdentity;
import dev.pixelwatch.monitor.PairScoring;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.schemas.Records;
import dev.pixelwatch.schemas.Score;
import dev.pixelwatch.tools.record.RecordKind;
import dev.pixelwatch.tools.record.RecordSink;
import dev.pixelwatch.tools.record.RecordedMessage;
import dev.pixelwatch.tools.score.ParallelAssessment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Scores pairs side by side and gives scores and maps in the order of the pairs. Times that differ
 * from run to run (of inference, of latency) are 0 in them, so that the same pairs give the same
 * bytes.
 */
public final class PairScorer {
  private final DistortionNetwork network;
  private final RecordSink sink;
  private final List<String> failures = new ArrayList<>();
  private long scored;

  /** Score and map, or why there are none. */
  private record Result(PairScoring.Scored scored, String failure) {}

  /**
   * @param network loaded with one thread; stays open
   * @param sink where scores and maps go
   */
  public PairScorer(DistortionNetwork network, RecordSink sink) {
    this.network = network;
    this.sink = sink;
  }

  /**
   * Scores all pairs; they and the sink are asked on this thread.
   *
   * @throws dev.pixelwatch.core.UserError if the sink cannot take the results
   */
  public void run(Iterator<FramesOfPair> pairs) {
    int workers = Runtime.getRuntime().availableProcessors();
    new ParallelAssessment<FramesOfPair, Result>(network, workers, this::score)
        .run(pairs, this::settle);
  }

  /** How many pairs were scored. */
  public long scored() {
    return scored;
  }

  /** Which pairs could not be scored and why, in words. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  private Result score(FramesOfPair pair, Assessor assessor) {
    FrameIdentity identity =
        new FrameIdentity(
            pair.build().stream(),
            pair.build().stage(),
            pair.build().build(),
            pair.processed().getFrameNumber(),
            pair.processed().getCaptureTimeUs());
    try {
      return new Result(
          new PairScoring(assessor, network.model(), network.engine())
              .score(identity, pair.reference(), pair.processed(), () -> Duration.ZERO),
          null);
    } catch (IllegalArgumentException e) {
      return new Result(null, e.getMessage());
    }
  }

  private void settle(FramesOfPair pair, Result result) {
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
}
