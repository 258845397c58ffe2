package dev.pixelwatch.tools.record.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.media.FrameRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReferenceRateTest {
  @ParameterizedTest
  @CsvSource({"24000,1001", "24,1", "25,1", "30000,1001", "30,1", "60000,1001", "60,1"})
  void usualRatesAreFoundInTheCaptureTimesOfAMinute(int frames, int seconds) {
    FrameRate rate = new FrameRate(frames, seconds);

    assertThat(ReferenceRate.of(100, rate.timeUs(100), 1900, rate.timeUs(1900))).isEqualTo(rate);
  }

  @Test
  void anotherRateIsTakenAsItIs() {
    assertThat(ReferenceRate.of(0, 0, 75, 10_000_000)).isEqualTo(new FrameRate(7500, 1000));
  }

  @Test
  void whereTheTimesDoNotTellItIsThirty() {
    assertThat(ReferenceRate.of(5, 0, 5, 0)).isEqualTo(FrameRate.of(30));
    assertThat(ReferenceRate.of(0, 1000, 10, 0)).isEqualTo(FrameRate.of(30));
  }
}
