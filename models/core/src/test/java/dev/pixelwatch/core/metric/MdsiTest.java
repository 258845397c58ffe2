package dev.pixelwatch.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.RgbImage;
import org.junit.jupiter.api.Test;

final class MdsiTest {

  @Test
  void identicalImagesScoreZero() {
    RgbImage image = TestImages.waves(40, 30);

    assertThat(Mdsi.of(image, image.copy())).isZero();
  }

  @Test
  void theOrderOfTheImagesHardlyMatters() {
    RgbImage image = TestImages.waves(50, 40);
    RgbImage other = TestImages.noisy(image, 0.1f);

    // The fused image enters once with each side, so the order matters a little, as published.
    assertThat(Mdsi.of(other, image) / Mdsi.of(image, other)).isBetween(0.9, 1.1);
  }

  @Test
  void aLargeImageIsReducedFirst() {
    RgbImage image = TestImages.waves(1024, 600);

    assertThat(Mdsi.of(image, TestImages.noisy(image, 0.1f))).isBetween(0.05, 0.6);
  }
}
