package dev.pixelwatch.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class RgbImageTest {

  @Test
  void aCropHoldsThePixelsOfItsPlace() {
    RgbImage image = new RgbImage(4, 3);
    image.blue()[1 * 4 + 2] = 0.7f;

    RgbImage part = image.crop(2, 1, 2, 2);

    assertThat(part.width()).isEqualTo(2);
    assertThat(part.height()).isEqualTo(2);
    assertThat(part.blue()).containsExactly(0.7f, 0, 0, 0);
  }

  @Test
  void aCropThatDoesNotLieInsideIsRefused() {
    RgbImage image = new RgbImage(4, 3);

    assertThatThrownBy(() -> image.crop(3, 0, 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a crop of 2 x 1 at (3, 0) does not lie in 4 x 3");
  }

  @Test
  void aCopySharesNothing() {
    RgbImage image = new RgbImage(1, 1);

    image.copy().red()[0] = 1;

    assertThat(image.red()[0]).isZero();
  }
}
