package dev.pixelwatch.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.RgbImage;
import org.junit.jupiter.api.Test;

final class GmsdTest {

  @Test
  void aBrighterImageWithTheSameGradientsIsNearlyPerfect() {
    RgbImage image = TestImages.waves(80, 60);
    RgbImage brighter = image.copy();
    for (float[] plane : brighter.planes()) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] += 0.1f;
      }
    }

    // Beyond the border there is black, so brightness counts there.
    assertThat(Gmsd.of(image, brighter)).isPositive().isLessThan(0.01);
  }

  @Test
  void damageInOnePlaceIsWorseThanTheSameDamageEverywhere() {
    RgbImage image = TestImages.grey(80, 80, 0.5f);
    RgbImage everywhere = stripes(image, 80);

    // A deviation sees how unevenly the damage is spread.
    assertThat(Gmsd.of(image, stripes(image, 40))).isGreaterThan(Gmsd.of(image, everywhere));
  }

  /** Stripes two pixels wide in the upper rows. */
  private static RgbImage stripes(RgbImage image, int rows) {
    RgbImage striped = image.copy();
    for (float[] plane : striped.planes()) {
      for (int i = 0; i < rows * image.width(); i++) {
        plane[i] += i % 8 < 4 ? 0.2f : 0;
      }
    }
    return striped;
  }
}
