package dev.pixelwatch.tools.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.monitor.Result;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.Score;
import dev.pixelwatch.tools.report.FrameOutcome;
import dev.pixelwatch.tools.report.FrameResult;
import java.util.Collections;
import org.junit.jupiter.api.Test;

final class ResultCollectorTest {
  private final ResultCollector collector = new ResultCollector("cam", 100);

  @Test
  void aScoredFrameIsCompleteOnceBothScoreAndOutcomeHaveCome() {
    assertThat(collector.add(score("cam", 3))).isEmpty();
    assertThat(collector.settled()).isZero();

    FrameResult frame = collector.add(outcome("cam", 3, OutcomeKind.SCORED)).orElseThrow();

    assertThat(frame.score()).isEqualTo(-7);
    assertThat(frame.intensity(DistortionType.BLUR)).isEqualTo(0.25);
    assertThat(collector.settled()).isEqualTo(1);
  }

  @Test
  void theOutcomeMayComeBeforeTheScore() {
    assertThat(collector.add(outcome("cam", 3, OutcomeKind.SCORED))).isEmpty();

    assertThat(collector.add(score("cam", 3)).orElseThrow().isScored()).isTrue();
  }

  @Test
  void anUnmatchedFrameNeedsNoScore() {
    FrameResult frame = collector.add(outcome("cam", 4, OutcomeKind.UNMATCHED)).orElseThrow();

    assertThat(frame.outcome()).isEqualTo(FrameOutcome.UNMATCHED);
    assertThat(frame.reason()).isEqualTo("because");
  }

  @Test
  void otherStreamsAndFramesBeyondTheLimitAreLeftAlone() {
    assertThat(collector.add(outcome("other", 1, OutcomeKind.FAILED))).isEmpty();
    assertThat(collector.add(outcome("cam", 100, OutcomeKind.FAILED))).isEmpty();

    assertThat(collector.results()).isEmpty();
  }

  @Test
  void aDuplicateIsListedButCountsAsNoFurtherFrame() {
    collector.add(outcome("cam", 5, OutcomeKind.FAILED));
    collector.add(outcome("cam", 5, OutcomeKind.DUPLICATE));

    assertThat(collector.settled()).isEqualTo(1);
    assertThat(collector.results())
        .extracting(FrameResult::outcome)
        .containsExactly(FrameOutcome.FAILED, FrameOutcome.DUPLICATE);
  }

  private static Result score(String stream, long frame) {
    return new Result.Scored(
        new Score(
            stream,
            "isp",
            "1",
            frame,
            40_000 * frame,
            -7.0,
            Collections.nCopies(DistortionType.COUNT, 0.25f),
            64,
            48,
            "live",
            "0",
            "here",
            1L));
  }

  private static Result outcome(String stream, long frame, OutcomeKind kind) {
    return new Result.Settled(
        new Outcome(stream, "isp", "1", frame, 40_000 * frame, kind, "because", 1, null));
  }
}
