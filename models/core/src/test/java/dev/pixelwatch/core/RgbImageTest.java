package dev.pixelwatch.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void theWholeImageAndEachCornerCanBeCut() {
    RgbImage image = new RgbImage(4, 3);
    for (int i = 0; i < 12; i++) {
      image.green()[i] = i;
    }

    assertThat(image.crop(0, 0, 4, 3).green()).isEqualTo(image.green());
    assertThat(image.crop(0, 0, 1, 1).green()).containsExactly(0);
    assertThat(image.crop(3, 2, 1, 1).green()).containsExactly(11);
    assertThat(image.crop(1, 2, 3, 1).green()).containsExactly(9, 10, 11);
  }

  @Test
  void aCropIsACopy() {
    RgbImage image = new RgbImage(2, 2);

    image.crop(0, 0, 2, 2).blue()[0] = 1;

    assertThat(image.blue()[0]).isZero();
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 1, 1", "0, -1, 1, 1", "0, 0, 0, 1", "0, 0, 1, 0", "0, 2, 1, 2", "4, 0, 1, 1"})
  void nothingOutsideCanBeCut(int x, int y, int w, int h) {
    assertThatThrownBy(() -> new RgbImage(4, 3).crop(x, y, w, h))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("%d x %d at (%d, %d)".formatted(w, h, x, y));
  }
}
