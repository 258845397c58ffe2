package dev.pixelwatch.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PlainSceneTest {
  private static final int SIZE = 32;
  private static final int DRAWS = 400;

  @Test
  void aTurnedPhotographHasLessContrastAndStaysWithinTheScale() {
    RgbImage photograph = checks();
    SplittableRandom random = new SplittableRandom(3);
    double least = 1;
    for (int i = 0; i < DRAWS; i++) {
      RgbImage plain = PlainScene.of(photograph, random);
      for (float[] plane : new float[][] {plain.red(), plain.green(), plain.blue()}) {
        for (float value : plane) {
          assertThat(value).isBetween(0f, 1f);
        }
      }
      double contrast = plain.green()[0] - plain.green()[1];
      assertThat(contrast).isBetween(0.0, 1.0);
      least = Math.min(least, contrast);
    }
    assertThat(least).isLessThan(0.06);
  }

  @Test
  void mostPhotographsStayAsTheyAre() {
    RgbImage photograph = checks();
    SplittableRandom random = new SplittableRandom(5);
    int same = 0;
    for (int i = 0; i < DRAWS; i++) {
      same += PlainScene.sometimes(photograph, random) == photograph ? 1 : 0;
    }
    assertThat(same).isBetween(DRAWS * 65 / 100, DRAWS * 85 / 100);
  }

  /** Black and white, one pixel each: the most contrast there is. */
  private static RgbImage checks() {
    RgbImage image = new RgbImage(SIZE, SIZE);
    for (int i = 0; i < SIZE * SIZE; i += 2) {
      image.red()[i] = 1;
      image.green()[i] = 1;
      image.blue()[i] = 1;
    }
    return image;
  }
}
