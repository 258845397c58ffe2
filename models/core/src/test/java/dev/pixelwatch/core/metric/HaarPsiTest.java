package dev.pixelwatch.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.RgbImage;
import org.junit.jupiter.api.Test;

final class HaarPsiTest {

  @Test
  void theOrderOfTheImagesDoesNotMatter() {
    RgbImage image = TestImages.waves(70, 50);
    RgbImage other = TestImages.noisy(image, 0.1f);

    assertThat(HaarPsi.of(image, other)).isEqualTo(HaarPsi.of(other, image));
  }

  @Test
  void aStrongDistortionComesNearZero() {
    RgbImage image = TestImages.grey(70, 50, 0.5f);

    assertThat(HaarPsi.of(image, TestImages.noisy(image, 0.5f))).isBetween(0.0, 0.4);
  }

  @Test
  void twoBlackImagesAreAlike() {
    RgbImage black = TestImages.grey(16, 16, 0);

    assertThat(HaarPsi.of(black, black.copy())).isCloseTo(1, within(1e-12));
  }
}
