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

  @Test
  void aColourThatIsWrongInOnePlaceIsWorseThanOneThatIsWrongEverywhere() {
    RgbImage grey = TestImages.grey(60, 60, 0.5f);
    RgbImage everywhere = grey.copy();
    for (int i = 0; i < everywhere.blue().length; i++) {
      everywhere.blue()[i] += 0.3f;
      everywhere.red()[i] -= 0.3f * 0.1140f / 0.2989f;
    }
    RgbImage inOnePlace = grey.copy();
    for (int plane = 0; plane < 3; plane++) {
      System.arraycopy(everywhere.planes()[plane], 0, inOnePlace.planes()[plane], 0, 60 * 30);
    }

    // A deviation sees how unevenly the damage is spread.
    assertThat(Mdsi.of(grey, everywhere)).isLessThan(0.2);
    assertThat(Mdsi.of(grey, inOnePlace)).isGreaterThan(0.3);
  }
}
