package dev.pixelwatch.tools.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.DistortionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {
  @Test
  void everyDistinctFrameCountsOnceAndDuplicatesApart() {
    List<FrameResult> results =
        List.of(
            Runs.scored(0, 0, Map.of()),
            Runs.notScored(0, FrameOutcome.DUPLICATE),
            Runs.notScored(1, FrameOutcome.SKIPPED),
            Runs.notScored(2, FrameOutcome.UNMATCHED),
            Runs.notScored(3, FrameOutcome.LOST),
            Runs.notScored(4, FrameOutcome.FAILED));

    Summary summary = Summary.of(Runs.info(), results);

    assertThat(summary.frames()).isEqualTo(5);
    assertThat(summary.outcomes()).hasSize(6).allSatisfy((o, n) -> assertThat(n).isEqualTo(1));
  }

  @Test
  void percentilesAreValuesThatFramesReallyHave() {
    List<FrameResult> results = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      results.add(Runs.scored(i, -i, Map.of(DistortionType.BLUR, i / 100.0)));
    }

    Summary summary = Summary.of(Runs.info(), results);

    assertThat(summary.score().mean()).isCloseTo(-20.5, within(1e-9));
    assertThat(summary.score().p5()).isEqualTo(-39);
    assertThat(summary.score().min()).isEqualTo(-40);
    assertThat(summary.score().worstFrame()).isEqualTo(40);
    TypeStatistics blur = summary.types().get(DistortionType.BLUR);
    assertThat(blur.mean()).isCloseTo(0.205, within(1e-6));
    assertThat(blur.p95()).isCloseTo(0.38, within(1e-6));
    assertThat(blur.max()).isCloseTo(0.40, within(1e-6));
  }

  @Test
  void extremesByMagnitudeKeepTheirSign() {
    List<FrameResult> results = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      results.add(Runs.scored(i, 0, Map.of(DistortionType.WARMTH, i < 5 ? -0.6 : 0.1)));
    }

    TypeStatistics warmth = Summary.of(Runs.info(), results).types().get(DistortionType.WARMTH);

    assertThat(warmth.p95()).isCloseTo(-0.6, within(1e-6));
    assertThat(warmth.max()).isCloseTo(-0.6, within(1e-6));
    assertThat(warmth.mean()).isCloseTo(-0.075, within(1e-6));
  }

  @Test
  void oneFrameIsEnough() {
    Summary summary =
        Summary.of(Runs.info(), List.of(Runs.scored(0, -12, Map.of(DistortionType.NOISE, 0.2))));

    assertThat(summary.score()).isEqualTo(new ScoreStatistics(-12, -12, -12, 0));
    assertThat(summary.topTypes()).containsExactly(DistortionType.NOISE);
  }

  @Test
  void aRunWithoutAScoredFrameHasNoNumbersAndNoType() {
    Summary summary = Summary.of(Runs.info(), List.of(Runs.notScored(0, FrameOutcome.UNMATCHED)));

    assertThat(summary.frames()).isEqualTo(1);
    assertThat(summary.score().mean()).isNaN();
    assertThat(summary.types().get(DistortionType.BLUR).max()).isNaN();
    assertThat(summary.topTypes()).isEmpty();
  }

  @Test
  void aScoredFrameWithoutIntensitiesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FrameResult(7, 0, FrameOutcome.SCORED, "", -3, null))
        .withMessageContaining("frame 7");
  }

  @Test
  void aLostFrameWithAScoreIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FrameResult(7, 0, FrameOutcome.LOST, "", -3, null))
        .withMessageContaining("lost");
  }
}
