package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.scene.MovingScene;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ThumbnailTest {
  private static final int SIDE = 16;

  @ParameterizedTest
  @CsvSource({"640, 720", "200, 100", "70, 1000"})
  void everyCellIsNearTheMeanOfAllItsPixels(int width, int height) {
    Picture picture = new MovingScene(width, height, 3).frame(0);

    ByteBuffer thumbnail = Thumbnail.of(picture);

    double error = 0;
    for (int cell = 0; cell < SIDE * SIDE; cell++) {
      error += Math.abs((thumbnail.get(cell) & 0xff) - mean(picture, cell / SIDE, cell % SIDE));
    }
    assertThat(error / (SIDE * SIDE)).isLessThan(4);
  }

  @Test
  void aPlainPictureHasItsCodeEverywhere() {
    byte[] luma = new byte[1920 * 1080];
    Arrays.fill(luma, (byte) 200);
    byte[] chroma = new byte[960 * 540];
    Picture plain =
        new Picture(1920, 1080, luma, chroma, chroma, ColourMatrix.BT709, ColourRange.LIMITED);

    byte[] cells = Thumbnail.of(plain).array();

    assertThat(cells).hasSize(SIDE * SIDE).containsOnly((byte) 200);
  }

  @Test
  void aSceneThatMovesHasAnotherThumbnail() {
    MovingScene scene = new MovingScene(1280, 720, 3);

    assertThat(Thumbnail.of(scene.frame(0))).isNotEqualTo(Thumbnail.of(scene.frame(5)));
  }

  private static double mean(Picture picture, int row, int column) {
    long sum = 0;
    int count = 0;
    for (int y = row * picture.height() / SIDE; y < (row + 1) * picture.height() / SIDE; y++) {
      int left = column * picture.width() / SIDE;
      for (int x = left; x < (column + 1) * picture.width() / SIDE; x++) {
        sum += picture.luma()[y * picture.width() + x] & 0xff;
        count++;
      }
    }
    return (double) sum / count;
  }
}
