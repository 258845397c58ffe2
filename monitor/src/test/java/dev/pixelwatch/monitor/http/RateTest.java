package dev.pixelwatch.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class RateTest {
  private final Rate rate = new Rate();

  @Test
  void aSteadyStreamHasItsRate() {
    long now = steady(30, 5);

    assertThat(rate.perSecond(now)).isCloseTo(30, within(1.5));
  }

  @Test
  void afterSilenceTheRateIsZeroAndTheSilenceIsTold() {
    long now = steady(30, 5);

    long later = now + TimeUnit.SECONDS.toNanos(60);

    assertThat(rate.perSecond(later)).isZero();
    assertThat(rate.idleMillis(later)).isBetween(60_000L, 60_100L);
  }

  @Test
  void beforeTheFirstEventThereIsNoRateAndNoSilence() {
    assertThat(rate.perSecond(77)).isZero();
    assertThat(rate.idleMillis(77)).isEqualTo(-1);
  }

  private long steady(int perSecond, int seconds) {
    long step = TimeUnit.SECONDS.toNanos(1) / perSecond;
    long now = 0;
    for (int i = 0; i < perSecond * seconds; i++) {
      now = i * step;
      rate.count(now);
    }
    return now;
  }
}
