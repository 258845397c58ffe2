package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContactSheetTest {

  @Test
  void theSheetHasATileForEveryTypeAtFiveSeverities() {
    DistortionEngine engine = new DistortionEngine(List.of(new JpegCodec()));

    BufferedImage sheet = ContactSheet.draw(engine, Scene.photograph(64, 48), 1);

    assertThat(sheet.getWidth()).isEqualTo(5 * 68);
    assertThat(sheet.getHeight()).isEqualTo(15 * 70);
    for (int row = 0; row < 15; row++) {
      for (int column = 0; column < 5; column++) {
        assertThat(sheet.getRGB(column * 68 + 32, row * 70 + 18 + 24) & 0xffffff)
            .as("tile %d, %d", row, column)
            .isNotZero();
        assertThat(labelPixels(sheet, column * 68, row * 70)).isPositive();
      }
    }
  }

  private static int labelPixels(BufferedImage sheet, int left, int top) {
    int lit = 0;
    for (int y = top; y < top + 17; y++) {
      for (int x = left; x < left + 64; x++) {
        lit += (sheet.getRGB(x, y) & 0xffffff) != 0 ? 1 : 0;
      }
    }
    return lit;
  }
}
