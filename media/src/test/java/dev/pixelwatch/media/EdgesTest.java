package dev.pixelwatch.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgesTest {
  private static final Picture PICTURE = Scene.frame(21, 15, 0);

  @Test
  void theWindowOfTheWholePictureIsThePicture() {
    assertThat(Edges.window(PICTURE, 0, 0, 21, 15)).isEqualTo(PICTURE);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 32, 16", "2, 2, 21, 15", "-4, -6, 40, 40", "100, 100, 3, 3", "4, 0, 1, 1"})
  void everySampleIsTheNearestOneOfThePicture(int x, int y, int width, int height) {
    Picture window = Edges.window(PICTURE, x, y, width, height);

    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int nearestX = Math.min(20, Math.max(0, x + column));
        int nearestY = Math.min(14, Math.max(0, y + row));
        assertThat(window.luma()[row * width + column])
            .isEqualTo(PICTURE.luma()[nearestY * 21 + nearestX]);
      }
    }
    int lastX = Math.min(10, Math.max(0, x / 2 + Picture.half(width) - 1));
    int lastY = Math.min(7, Math.max(0, y / 2 + Picture.half(height) - 1));
    assertThat(window.cb()[window.cb().length - 1]).isEqualTo(PICTURE.cb()[lastY * 11 + lastX]);
    assertThat(window.cr()[window.cr().length - 1]).isEqualTo(PICTURE.cr()[lastY * 11 + lastX]);
  }
}
