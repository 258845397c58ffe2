package dev.pixelwatch.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AlertWordsTest {
  @Test
  void thatThereAreNoneMeansLessWhereTheVideoWasTooShortToLearnFrom() {
    assertThat(AlertWords.none(lasting(4), 5)).contains("first 5 seconds, and there are no more");
    assertThat(AlertWords.none(lasting(20), 5)).contains("nothing changed against the first 5");
  }

  private static List<FrameResult> lasting(long seconds) {
    return List.of(at(0), at(seconds));
  }

  private static FrameResult at(long seconds) {
    return FrameResult.notScored(seconds, seconds * 1_000_000, FrameOutcome.FAILED, "");
  }
}
