package dev.pixelwatch.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.ScoreWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorstFramesTest {
  @Test
  void theLowestScoreComesFirst() {
    assertThat(frames(WorstFrames.of(Runs.eventful(), List.of()))).first().isEqualTo(100L);
  }

  @Test
  void framesPickedForTheirScoreAreAtLeastASecondApart() {
    List<Long> frames = frames(WorstFrames.of(Runs.eventful(), List.of()));

    assertThat(frames).hasSize(WorstFrames.MOST);
    assertThat(closest(frames)).isGreaterThanOrEqualTo(30);
  }

  @Test
  void inALongClipTheyAreATwentiethOfItApart() {
    List<FrameResult> results = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      results.add(Runs.scored(i, -0.01 * i - 2, Map.of()));
    }

    assertThat(closest(frames(WorstFrames.of(results, List.of())))).isGreaterThanOrEqualTo(149);
  }

  @Test
  void framesThatLookTheSameAreNotShownAsWorstBeyondTheFirst() {
    assertThat(WorstFrames.of(Runs.identical(300), List.of())).hasSize(1);
  }

  @Test
  void eachTypeShowsItsStrongestFrame() {
    List<FrameResult> results = new ArrayList<>(Runs.identical(10));
    results.add(Runs.scored(10, -30, Map.of(DistortionType.BLUR, 0.3)));
    results.add(Runs.scored(11, 25, Map.of(DistortionType.NOISE, -0.6)));

    List<ShownFrame> shown =
        WorstFrames.of(results, List.of(DistortionType.NOISE, DistortionType.BLUR));

    assertThat(frames(shown)).containsExactly(10L, 11L);
    assertThat(shown.get(0).types()).containsExactly(DistortionType.BLUR);
    assertThat(shown.get(1).types()).containsExactly(DistortionType.NOISE);
    assertThat(shown.get(1).why()).containsExactly("strongest noise");
  }

  @Test
  void aFramePickedTwiceIsShownOnceWithBothTypes() {
    List<FrameResult> results =
        List.of(
            Runs.scored(0, -30, Map.of(DistortionType.BLUR, 0.5, DistortionType.NOISE, 0.2)),
            Runs.scored(1, -20, Map.of(DistortionType.BLUR, 0.4)));

    List<ShownFrame> shown =
        WorstFrames.of(results, List.of(DistortionType.BLUR, DistortionType.NOISE));

    assertThat(shown).hasSize(1);
    assertThat(shown.get(0).types()).containsExactly(DistortionType.BLUR, DistortionType.NOISE);
    assertThat(shown.get(0).why())
        .containsExactly("lowest score", "strongest blur", "strongest noise");
  }

  @Test
  void framesWithoutAScoreAreNeverShown() {
    assertThat(WorstFrames.of(List.of(Runs.notScored(0, FrameOutcome.LOST)), List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverTheRunTheFramesShownKeepTheRules(long seed) {
    List<FrameResult> results = Runs.random(seed, 400);
    List<DistortionType> topTypes = Summary.of(Runs.info(), results).topTypes();

    List<ShownFrame> shown = WorstFrames.of(results, topTypes);

    assertThat(frames(shown)).doesNotHaveDuplicates();
    assertThat(shown).allMatch(frame -> frame.result().isScored());
    assertThat(shown.get(0).result().score())
        .isEqualTo(
            results.stream()
                .filter(FrameResult::isScored)
                .mapToDouble(FrameResult::score)
                .min()
                .orElseThrow());
    List<ShownFrame> low = shown.stream().filter(f -> f.why().contains("low score")).toList();
    assertThat(low).hasSize(WorstFrames.MOST - 1);
    assertThat(low).allMatch(frame -> frame.result().score() <= -ScoreWords.SAME);
    for (DistortionType type : topTypes) {
      double most =
          results.stream()
              .filter(FrameResult::isScored)
              .mapToDouble(r -> Math.abs(r.intensity(type)))
              .max()
              .orElseThrow();
      assertThat(shown)
          .filteredOn(frame -> frame.why().contains("strongest " + type.id()))
          .hasSize(1)
          .allMatch(frame -> Math.abs(frame.result().intensity(type)) == most)
          .allMatch(frame -> frame.types().contains(type));
    }
  }

  private static List<Long> frames(List<ShownFrame> shown) {
    return shown.stream().map(frame -> frame.result().frame()).toList();
  }

  private static long closest(List<Long> frames) {
    long[] sorted = frames.stream().mapToLong(Long::longValue).sorted().toArray();
    long least = Long.MAX_VALUE;
    for (int i = 1; i < sorted.length; i++) {
      least = Math.min(least, sorted[i] - sorted[i - 1]);
    }
    assertThat(Arrays.stream(sorted).distinct().count()).isEqualTo(sorted.length);
    return least;
  }
}
