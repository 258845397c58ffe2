package dev.pixelwatch.tools.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.monitor.Result;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.Score;
import dev.pixelwatch.tools.report.FrameOutcome;
import dev.pixelwatch.tools.report.FrameResult;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ResultCollectorTest {
  private final ResultCollector collector = new ResultCollector("cam", Optional.empty(), 100);

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
  void whatAnotherBuildGaveToTheSameFrameNumbersIsLeftAlone() {
    ResultCollector ofBuild8 = new ResultCollector("cam", Optional.of("8"), 100);

    ofBuild8.add(score("cam", 3));
    ofBuild8.add(outcome("cam", 3, OutcomeKind.SCORED));

    assertThat(ofBuild8.results()).isEmpty();
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

  @Test
  void theOrderInWhichRecordsCameIsKept() {
    collector.add(outcome("cam", 8, OutcomeKind.SKIPPED));
    collector.add(outcome("cam", 2, OutcomeKind.SCORED));
    collector.add(outcome("cam", 5, OutcomeKind.LOST));
    collector.add(score("cam", 2));

    assertThat(collector.results()).extracting(FrameResult::frame).containsExactly(8L, 5L, 2L);
  }

  @Test
  void scoresOfOtherFramesDoNotCompleteAFrame() {
    collector.add(outcome("cam", 1, OutcomeKind.SCORED));

    assertThat(collector.add(score("cam", 2))).isEmpty();
    assertThat(collector.add(score("other", 1))).isEmpty();
    assertThat(collector.settled()).isZero();
  }

  @ParameterizedTest
  @EnumSource(OutcomeKind.class)
  void everyOutcomeOfTheTopicsHasItsPlaceInTheReport(OutcomeKind kind) {
    collector.add(score("cam", 7));

    FrameResult frame = collector.add(outcome("cam", 7, kind)).orElseThrow();

    assertThat(frame.outcome().name()).isEqualTo(kind.name());
    assertThat(frame.timeUs()).isEqualTo(280_000);
    assertThat(frame.isScored()).isEqualTo(kind == OutcomeKind.SCORED);
  }

  @Test
  void resultsOnceGivenDoNotChange() {
    collector.add(outcome("cam", 1, OutcomeKind.FAILED));
    List<FrameResult> before = collector.results();
    collector.add(outcome("cam", 2, OutcomeKind.FAILED));

    assertThat(before).hasSize(1);
  }

  @Test
  void waitingEndsAsSoonAsTheLastFrameIsSettled() throws Exception {
    collector.add(outcome("cam", 0, OutcomeKind.FAILED));
    CompletableFuture<Boolean> waiting =
        CompletableFuture.supplyAsync(() -> awaitTwo(TimeUnit.MINUTES.toMillis(1)));

    collector.add(outcome("cam", 1, OutcomeKind.FAILED));

    assertThat(waiting.get(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void waitingForMoreThanComesEndsWithNo() {
    collector.add(outcome("cam", 0, OutcomeKind.FAILED));

    assertThat(awaitTwo(20)).isFalse();
  }

  private boolean awaitTwo(long millis) {
    try {
      return collector.awaitSettled(2, millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
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
            1L,
            0L,
            ByteBuffer.allocate(0),
            ByteBuffer.allocate(0)));
  }

  private static Result outcome(String stream, long frame, OutcomeKind kind) {
    return new Result.Settled(
        new Outcome(stream, "isp", "1", frame, 40_000 * frame, kind, "because", 1, null));
  }
}
