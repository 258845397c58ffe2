package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CorruptionTest {
  private final Picture picture = Frame.clean(Scene.photograph(160, 96)).picture();

  @Test
  void lostSlicesTakeAboutTheirShareInWholeBlocks() {
    for (int seed = 0; seed < 20; seed++) {
      Picture lossy = Corruption.lostSlices(picture, 0.2, new SplittableRandom(seed));
      int touched = 0;
      for (int block = 0; block < 60; block++) {
        touched += blockDiffers(lossy, block % 10, block / 10) ? 1 : 0;
      }

      assertThat(touched).as("seed %d", seed).isBetween(6, 12);
    }
  }

  @Test
  void lostSlicesTouchChromaWhereTheyTouchLumaOnly() {
    Picture lossy = Corruption.lostSlices(picture, 0.1, new SplittableRandom(3));
    for (int c = 0; c < picture.cb().length; c++) {
      if (lossy.cb()[c] != picture.cb()[c]) {
        assertThat(blockDiffers(lossy, c % 80 / 8, c / 80 / 8)).isTrue();
      }
    }
  }

  @Test
  void deadLinesReadOneValueFromEndToEnd() {
    Picture dead = Corruption.deadLines(picture, 0.01, new SplittableRandom(4));
    int rows = 0;
    for (int y = 0; y < 96; y++) {
      rows += constant(dead.luma(), y * 160, 1, 160) ? 1 : 0;
    }
    int columns = 0;
    for (int x = 0; x < 160; x++) {
      columns += constant(dead.luma(), x, 160, 96) ? 1 : 0;
    }

    assertThat(rows + columns).isBetween(1, 2);
  }

  @Test
  void stuckPixelsAreFewAndFarFromTheirNeighbours() {
    Picture stuck = Corruption.stuckPixels(picture, 0.01, new SplittableRandom(5));
    int different = 0;
    for (int i = 0; i < stuck.luma().length; i++) {
      if (stuck.luma()[i] != picture.luma()[i]) {
        different++;
        assertThat(Math.abs((stuck.luma()[i] & 0xff) - (picture.luma()[i] & 0xff)))
            .isGreaterThan(80);
      }
    }

    assertThat(different).isBetween(130, 154);
  }

  @Test
  void theInputIsNotWrittenTo() {
    Picture before = Frame.clean(Scene.photograph(160, 96)).picture();

    Corruption.lostSlices(picture, 0.5, new SplittableRandom(1));
    Corruption.deadLines(picture, 0.5, new SplittableRandom(1));
    Corruption.stuckPixels(picture, 0.5, new SplittableRandom(1));

    assertThat(picture).isEqualTo(before);
  }

  private boolean blockDiffers(Picture other, int column, int row) {
    for (int y = 16 * row; y < 16 * row + 16; y++) {
      for (int x = 16 * column; x < 16 * column + 16; x++) {
        if (other.luma()[y * 160 + x] != picture.luma()[y * 160 + x]) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean constant(byte[] luma, int start, int stride, int count) {
    for (int i = 1; i < count; i++) {
      if (luma[start + i * stride] != luma[start]) {
        return false;
      }
    }
    return true;
  }
}
