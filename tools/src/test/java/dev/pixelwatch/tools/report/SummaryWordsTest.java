package dev.pixelwatch.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.ScoreWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryWordsTest {
  @ParameterizedTest
  @CsvSource({
    "0, the same",
    "-1.9, the same",
    "1.9, the same",
    "-2, slightly worse",
    "7.9, slightly better",
    "-8, clearly worse",
    "-20, much worse",
    "39.9, much better",
    "-40, severely worse",
    "40, far better"
  })
  void scoresReadAsDocumented(double score, String words) {
    assertThat(ScoreWords.of(score)).isEqualTo(words);
  }

  @Test
  void aDegradedVideoIsSaidToBeWorseAndItsTypesAreNamedWithDirection() {
    assertThat(words(Runs.eventful()))
        .isEqualTo(
            "237 of 240 frames scored (3 unmatched). The processed video is clearly worse (score"
                + " -16.3 points on average, -39.0 in the worst frame, number 100). Strongest: more"
                + " blocking (mean +0.23, up to +0.65), darker (mean -0.09, up to -0.40).");
  }

  @Test
  void identicalVideosAreSaidToLookTheSame() {
    assertThat(words(Runs.identical(30)))
        .isEqualTo(
            "30 of 30 frames scored. The processed video looks the same as the reference (score 0.0"
                + " points on average, 0.0 in the worst frame, number 0). No distortion stands"
                + " out.");
  }

  @Test
  void aGoodAverageDoesNotHideABadFrame() {
    List<FrameResult> results = new ArrayList<>(Runs.identical(99));
    results.add(Runs.scored(99, -50, Map.of(DistortionType.CORRUPTION, 0.8)));

    assertThat(words(results))
        .contains(
            "looks the same as the reference on average, but at its worst it is severely worse");
  }

  @Test
  void aRunWithoutAScoredFrameSaysOnlyWhatBecameOfTheFrames() {
    assertThat(words(List.of(Runs.notScored(0, FrameOutcome.UNMATCHED))))
        .isEqualTo("0 of 1 frame scored (1 unmatched).");
  }

  @Test
  void numbersReadTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(words(Runs.eventful())).contains("-16.3 points").contains("+0.23");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String words(List<FrameResult> results) {
    return SummaryWords.of(Summary.of(Runs.info(), results));
  }
}
