package dev.pixelwatch.tools.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.tools.attach.StreamListener.Outcomes;
import dev.pixelwatch.tools.attach.StreamListener.StreamNews;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class StreamWordsTest {
  @Test
  void framesThatFailAreSaid() {
    assertThat(now(120)).endsWith("0.0 scores/s, k 1, skipped 2, unmatched 3, failed 120");
  }

  @Test
  void whereNoneFailsNothingIsSaidOfIt() {
    assertThat(now(0)).doesNotContain("failed");
  }

  private static String now(long failed) {
    Outcomes outcomes = new Outcomes(Double.NaN, "", 1, 0, 0, 2, 3, 0, failed, 0);
    return StreamWords.now(
        new StreamNews("camera", Optional.empty(), OptionalLong.empty(), Optional.of(outcomes)));
  }
}
