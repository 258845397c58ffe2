package dev.pixelwatch.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineTest {
  @Test
  void framesSkippedOnPurposeLeaveNoGapAndMissingOnesDo() {
    Timeline timeline =
        new Timeline(
            List.of(
                Runs.scored(0, -1, Map.of()),
                Runs.notScored(1, FrameOutcome.SKIPPED),
                Runs.scored(2, -2, Map.of()),
                Runs.notScored(3, FrameOutcome.LOST),
                Runs.scored(4, -3, Map.of()),
                Runs.notScored(4, FrameOutcome.DUPLICATE)));

    assertThat(timeline.extremes(FrameResult::score)).containsExactly(-1, -2, Double.NaN, -3);
  }

  @Test
  void aSingleBadFrameOfALongClipIsNotAveragedAway() {
    List<FrameResult> results = new ArrayList<>(Runs.identical(20_000));
    results.set(12_345, Runs.scored(12_345, -60, Map.of()));

    double[] columns = new Timeline(results).extremes(FrameResult::score);

    assertThat(columns).hasSize(Timeline.MOST_COLUMNS).contains(-60);
  }

  @Test
  void timesCountFromTheFirstFrame() {
    Timeline timeline =
        new Timeline(List.of(Runs.scored(300, 0, Map.of()), Runs.scored(330, 0, Map.of())));

    assertThat(timeline.seconds(0)).isZero();
    assertThat(timeline.seconds(1)).isBetween(0.99, 1.01);
  }
}
