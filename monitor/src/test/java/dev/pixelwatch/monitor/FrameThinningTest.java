package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whateverTheLagKStaysInItsBoundsAndMovesOnlyAgainstTheLag(long seed) {
    Random random = new Random(seed);
    long now = 0;
    for (int i = 0; i < 2_000; i++) {
      int before = thinning.k();
      long lag = random.nextInt(4) == 0 ? 0 : random.nextInt(3_000);
      now += random.nextInt(1_500);
      thinning.observe(lag, now);

      assertThat(thinning.k()).isBetween(1, FrameThinning.MAX_K);
      if (thinning.k() > before) {
        assertThat(lag).isGreaterThan(1_000);
      } else if (thinning.k() < before) {
        assertThat(lag).isLessThanOrEqualTo(500);
      }
    }
  }

  @Test
  void oneOfEveryKFramesIsScoredAlsoAmongNegativeNumbers() {
    for (int step = 0; step < 6; step++) {
      thinning.observe(5_000, 1_000L * step);
      long scored = LongStream.range(-640, 640).filter(thinning::scores).count();

      assertThat(scored).isEqualTo(1280 / thinning.k());
    }
  }

  @Test
  void completeModeNeverLeavesAFrameOut() {
    FrameThinning complete = new FrameThinning(Mode.COMPLETE, Duration.ofSeconds(1));
    complete.observe(Long.MAX_VALUE, 1_000_000);

    assertThat(LongStream.range(0, 100)).allMatch(complete::scores);
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
