package dev.pixelwatch.tools.watch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class StandstillTest {
  private long seconds;
  private final Standstill standstill =
      new Standstill(Duration.ofSeconds(180), () -> Duration.ofSeconds(seconds).toNanos());

  @Test
  void aRunThatGoesOnSlowlyMayTakeAsLongAsItNeeds() {
    for (long frame = 1; frame <= 10; frame++) {
      seconds += 170;
      standstill.look(frame);
    }
  }

  @Test
  void aRunInWhichNothingHappensEnds() {
    standstill.look(5);
    seconds = 180;
    standstill.look(5);
    seconds = 181;

    assertThatThrownBy(() -> standstill.look(5))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("180 s");
  }

  @Test
  void aRunThatNeverBeginsEndsToo() {
    seconds = 181;

    assertThatThrownBy(() -> standstill.look(0)).isInstanceOf(IllegalStateException.class);
  }
}
