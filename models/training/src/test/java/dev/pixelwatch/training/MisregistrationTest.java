package dev.pixelwatch.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.scene.MovingScene;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MisregistrationTest {
  private final Picture picture = new MovingScene(97, 65, 1).frame(0);

  @Test
  void theShiftedPictureIsTheOldOneElsewhere() {
    boolean found = false;
    for (int seed = 0; seed < 40 && !found; seed++) {
      Picture shifted = Misregistration.shift(picture, new SplittableRandom(seed));
      assertThat(shifted.sameSizeAs(picture)).isTrue();
      found = isMovedRightByOne(shifted);
    }
    assertThat(found).isTrue();
  }

  @Test
  void noSampleMovesByMoreThanOnePixel() {
    for (int seed = 0; seed < 20; seed++) {
      Picture shifted = Misregistration.shift(picture, new SplittableRandom(seed));
      for (int y = 3; y < 62; y++) {
        for (int x = 3; x < 94; x++) {
          int least = 255;
          int most = 0;
          for (int i = 0; i < 25; i++) {
            int sample = luma(picture, x + i % 5 - 2, y + i / 5 - 2);
            least = Math.min(least, sample);
            most = Math.max(most, sample);
          }
          int slack = 2 + (most - least) / 4;
          assertThat(luma(shifted, x, y)).isBetween(least - slack, most + slack);
        }
      }
    }
  }

  private boolean isMovedRightByOne(Picture shifted) {
    for (int y = 0; y < 65; y++) {
      for (int x = 1; x < 97; x++) {
        if (luma(shifted, x, y) != luma(picture, x - 1, y)) {
          return false;
        }
      }
    }
    return true;
  }

  private static int luma(Picture picture, int x, int y) {
    return picture.luma()[y * picture.width() + x] & 0xff;
  }
}
