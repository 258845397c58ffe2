package dev.pixelwatch.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.RgbImage;
import org.junit.jupiter.api.Test;

final class SsimTest {

  @Test
  void theOrderOfTheImagesDoesNotMatter() {
    RgbImage image = TestImages.waves(60, 50);
    RgbImage other = TestImages.noisy(image, 0.1f);

    assertThat(Ssim.of(image, other)).isEqualTo(Ssim.of(other, image));
  }

  @Test
  void flatImagesDifferInLuminanceAlone() {
    double dark = 0.9999 * 255 * 0.25;
    double bright = 0.9999 * 255 * 0.75;
    double c1 = 2.55 * 2.55;

    assertThat(Ssim.of(TestImages.grey(30, 30, 0.25f), TestImages.grey(30, 30, 0.75f)))
        .isCloseTo((2 * dark * bright + c1) / (dark * dark + bright * bright + c1), within(1e-3));
  }

  @Test
  void anInvertedImageHasANegativeStructure() {
    RgbImage image = TestImages.waves(60, 50);
    RgbImage inverted = image.copy();
    for (float[] plane : inverted.planes()) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = 1 - plane[i];
      }
    }

    assertThat(Ssim.of(image, inverted)).isNegative();
  }
}
