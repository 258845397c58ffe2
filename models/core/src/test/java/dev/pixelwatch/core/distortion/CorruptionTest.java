package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void theMostSlicesThatAreLostMakeAPictureThatNobodyWouldKeepAndNoWorse() {
    double share = Severity.CORRUPTION_SLICES.parameter(1);
    double points = 0;
    for (int seed = 0; seed < 100; seed++) {
      Picture lossy = Corruption.lostSlices(picture, share, new SplittableRandom(seed));
      points += Quality.points(picture, lossy) / 100;
    }

    assertThat(points).isBetween(-120.0, -80.0);
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

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "15, 17", "16, 16", "33, 47", "160, 2"})
  void everySizeCanBeCorrupted(int width, int height) {
    Picture small = Frame.clean(Scene.photograph(width, height)).picture();
    for (int seed = 0; seed < 12; seed++) {
      for (double share : new double[] {0.0001, 0.4, 1}) {
        assertThat(
                List.of(
                    Corruption.lostSlices(small, share, new SplittableRandom(seed)),
                    Corruption.deadLines(small, share, new SplittableRandom(seed)),
                    Corruption.stuckPixels(small, share, new SplittableRandom(seed))))
            .allMatch(small::sameSizeAs);
      }
    }
  }

  @Test
  void evenTheLeastShareLosesSomething() {
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);

      assertThat(Corruption.lostSlices(picture, 1e-6, random)).isNotEqualTo(picture);
      assertThat(Corruption.deadLines(picture, 1e-6, random)).isNotEqualTo(picture);
      assertThat(Corruption.stuckPixels(picture, 1e-6, random)).isNotEqualTo(picture);
    }
  }

  @Test
  void aLostSliceIsGreyGreenMovedAsideOrTheLineAboveIt() {
    Set<String> kinds = new HashSet<>();
    for (int seed = 0; seed < 60; seed++) {
      Picture lossy = Corruption.lostSlices(picture, 1e-6, new SplittableRandom(seed));
      for (int block = 0; block < 60; block++) {
        if (blockDiffers(lossy, block % 10, block / 10)) {
          kinds.add(kind(lossy, block % 10, block / 10));
        }
      }
    }

    assertThat(kinds).containsExactlyInAnyOrder("grey", "green", "moved", "repeated");
  }

  @Test
  void aGreaterShareLosesMore() {
    for (PictureEffect effect :
        List.<PictureEffect>of(
            Corruption::lostSlices, Corruption::deadLines, Corruption::stuckPixels)) {
      int few = 0;
      int many = 0;
      for (int seed = 0; seed < 10; seed++) {
        few += different(effect.apply(picture, 0.03, new SplittableRandom(seed)));
        many += different(effect.apply(picture, 0.12, new SplittableRandom(seed)));
      }

      assertThat(many).isGreaterThan(2 * few);
    }
  }

  @Test
  void whenAllIsLostNoBlockIsLeftOut() {
    Picture noise = Frame.clean(Scene.photograph(160, 96)).picture();
    Picture lossy = Corruption.lostSlices(noise, 1, new SplittableRandom(2));
    int kept = 0;
    for (int block = 0; block < 60; block++) {
      kept += blockDiffers(lossy, block % 10, block / 10) ? 0 : 1;
    }

    assertThat(kept).isZero();
  }

  @Test
  void stuckPixelsAreBlackOrWhiteAndStrongInColour() {
    Picture stuck = Corruption.stuckPixels(picture, 0.02, new SplittableRandom(6));
    int coloured = 0;
    for (int i = 0; i < stuck.luma().length; i++) {
      if (stuck.luma()[i] != picture.luma()[i]) {
        assertThat(stuck.luma()[i] & 0xff).isIn(16, 235);
      }
    }
    for (int c = 0; c < stuck.cb().length; c++) {
      if (stuck.cb()[c] != picture.cb()[c]) {
        assertThat(stuck.cb()[c] & 0xff).isIn(60, 196);
        coloured++;
      }
    }

    assertThat(coloured).isBetween(20, 90);
  }

  @Test
  void deadLinesRunAcrossOrDownAndStayInTheLegalRange() {
    int across = 0;
    for (int seed = 0; seed < 20; seed++) {
      Picture dead = Corruption.deadLines(picture, 1e-6, new SplittableRandom(seed));
      int line = -1;
      for (int i = 0; i < dead.luma().length && line < 0; i++) {
        line = dead.luma()[i] == picture.luma()[i] ? -1 : i;
      }
      across += constant(dead.luma(), line - line % 160, 1, 160) ? 1 : 0;
      assertThat(dead.luma()[line] & 0xff).isBetween(16, 235);
      assertThat(dead.cb()).isEqualTo(picture.cb());
    }

    assertThat(across).isBetween(4, 16);
  }

  private String kind(Picture lossy, int column, int row) {
    int first = 16 * row * 160 + 16 * column;
    int value = lossy.luma()[first] & 0xff;
    boolean flat = true;
    boolean repeated = true;
    for (int i = 0; i < 256; i++) {
      int at = first + i / 16 * 160 + i % 16;
      flat &= (lossy.luma()[at] & 0xff) == value;
      repeated &= lossy.luma()[at] == picture.luma()[Math.max(0, 16 * row - 1) * 160 + at % 160];
    }
    if (flat) {
      int chroma = lossy.cb()[8 * row * 80 + 8 * column] & 0xff;
      assertThat(chroma).isEqualTo(value);
      return value == 128 ? "grey" : value == 0 ? "green" : "flat at " + value;
    }
    return repeated ? "repeated" : "moved";
  }

  private int different(Picture other) {
    int different = 0;
    for (int i = 0; i < other.luma().length; i++) {
      different += other.luma()[i] == picture.luma()[i] ? 0 : 1;
    }
    return different;
  }
}
