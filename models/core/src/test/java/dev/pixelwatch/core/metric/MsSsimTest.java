package dev.pixelwatch.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.RgbImage;
import org.junit.jupiter.api.Test;

final class MsSsimTest {

  @Test
  void fineNoiseIsForgivenMoreThanBySsim() {
    RgbImage image = TestImages.waves(200, 180);
    RgbImage noisy = TestImages.noisy(image, 0.1f);

    assertThat(MsSsim.of(image, noisy)).isGreaterThan(Ssim.of(image, noisy) + 0.1);
  }

  @Test
  void anInvertedImageHasNoSimilarityLeft() {
    RgbImage image = TestImages.waves(200, 180);
    RgbImage inverted = image.copy();
    for (float[] plane : inverted.planes()) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = 1 - plane[i];
      }
    }

    assertThat(MsSsim.of(image, inverted)).isZero();
  }
}
