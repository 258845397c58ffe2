package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FrameThinningTest {
  private final FrameThinning thinning = new FrameThinning(Mode.LIVE, Duration.ofSeconds(1));

  @Test
  void kGrowsWhileTheLagStaysAboveTheBoundAndNeverBeyondItsLimit() {
    for (int second = 0; second < 100; second++) {
      thinning.observe(5_000, 1_000L * second);
    }
    assertThat(thinning.k()).isEqualTo(FrameThinning.MAX_K);
  }

  @Test
  void aStepHasTimeToShowBeforeTheNext() {
    thinning.observe(5_000, 0);
    thinning.observe(5_000, 10);

    assertThat(thinning.k()).isEqualTo(2);
  }

  @Test
  void kReturnsToOneWhenTheLagHasGone() {
    thinning.observe(5_000, 0);
    thinning.observe(5_000, 1_000);
    for (int second = 2; second < 60; second++) {
      thinning.observe(10, 1_000L * second);
    }
    assertThat(thinning.k()).isEqualTo(1);
  }

  @Test
  void kHoldsWhileTheLagIsNearTheBound() {
    thinning.observe(5_000, 0);
    for (int second = 1; second < 60; second++) {
      thinning.observe(800, 1_000L * second);
    }
    assertThat(thinning.k()).isEqualTo(2);
  }
}
