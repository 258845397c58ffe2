package dev.pixelwatch.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class MdsiTest {

  @Test
  void identicalImagesScoreZero() {
    RgbImage image = waves(40, 30);

    assertThat(Mdsi.of(image, image.copy())).isZero();
  }

  @Test
  void moreNoiseScoresWorse() {
    RgbImage image = waves(64, 64);

    assertThat(Mdsi.of(image, noisy(image, 0.02f)))
        .isPositive()
        .isLessThan(Mdsi.of(image, noisy(image, 0.2f)));
  }

  @Test
  void aChangeOfColourAloneIsSeen() {
    RgbImage image = waves(64, 64);
    RgbImage recoloured = image.copy();
    for (int i = 0; i < 64 * 32; i++) {
      recoloured.red()[i] += 0.2f;
      recoloured.blue()[i] -= 0.2f;
    }

    assertThat(Mdsi.of(image, recoloured)).isGreaterThan(0.1);
  }

  @Test
  void theOrderOfTheImagesHardlyMatters() {
    RgbImage image = waves(50, 40);
    RgbImage other = noisy(image, 0.1f);

    // The fused image enters once with each side, so the order matters a little, as published.
    assertThat(Mdsi.of(other, image) / Mdsi.of(image, other)).isBetween(0.9, 1.1);
  }

  @Test
  void aLargeImageIsReducedFirst() {
    RgbImage image = waves(1024, 600);

    assertThat(Mdsi.of(image, noisy(image, 0.1f))).isBetween(0.05, 0.6);
  }

  @Test
  void differentSizesAreRefused() {
    assertThatThrownBy(() -> Mdsi.of(new RgbImage(3, 2), new RgbImage(2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 x 2 and 2 x 3");
  }

  private static RgbImage waves(int width, int height) {
    RgbImage image = new RgbImage(width, height);
    for (int i = 0; i < width * height; i++) {
      double x = i % width / 5.0;
      int row = i / width;
      double y = row / 7.0;
      image.red()[i] = (float) (0.5 + 0.3 * Math.sin(x));
      image.green()[i] = (float) (0.5 + 0.3 * Math.sin(x + y));
      image.blue()[i] = (float) (0.5 + 0.3 * Math.cos(y));
    }
    return image;
  }

  private static RgbImage noisy(RgbImage image, float amount) {
    RgbImage noisy = image.copy();
    SplittableRandom random = new SplittableRandom(1);
    for (float[] plane : noisy.planes()) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] += amount * (float) random.nextGaussian();
      }
    }
    return noisy;
  }
}
