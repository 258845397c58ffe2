package dev.pixelwatch.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PsnrTest {

  @Test
  void anErrorOfATenthOfTheRangeIsTwentyDecibels() {
    assertThat(Psnr.of(TestImages.grey(20, 10, 0.4f), TestImages.grey(20, 10, 0.5f)))
        .isCloseTo(20 - 20 * Math.log10(0.9999), within(1e-4));
  }

  @Test
  void anErrorInAQuarterOfThePixelsIsSixDecibelsBetterThanInAll() {
    var reference = TestImages.grey(20, 20, 0.4f);
    var quarter = reference.copy();
    for (float[] plane : quarter.planes()) {
      java.util.Arrays.fill(plane, 0, 100, 0.5f);
    }

    assertThat(Psnr.of(reference, quarter) - Psnr.of(reference, TestImages.grey(20, 20, 0.5f)))
        .isCloseTo(10 * Math.log10(4), within(1e-4));
  }
}
