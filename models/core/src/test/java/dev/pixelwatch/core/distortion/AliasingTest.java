package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.RgbImage;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AliasingTest {
  private final RgbImage scene = Scene.photograph(60, 44);

  @ParameterizedTest
  @ValueSource(doubles = {2, 2.4, 2.8, 3.4})
  void fromAFactorOfTwoOnEveryPixelIsOneThatTheInputHadNearby(double factor) {
    RgbImage position = positions(60, 44);
    for (int seed = 0; seed < 5; seed++) {
      RgbImage out = Aliasing.nearest(position, factor, new SplittableRandom(seed));
      for (int i = 0; i < out.red().length; i++) {
        assertThat(Math.round(60 * out.red()[i]))
            .isCloseTo(i % 60, within((int) Math.ceil(factor)));
        assertThat(Math.round(44 * out.green()[i]))
            .isCloseTo(i / 60, within((int) Math.ceil(factor)));
      }
    }
  }

  @Test
  void theOrderOfThePixelsIsKept() {
    for (int seed = 0; seed < 10; seed++) {
      RgbImage out = Aliasing.nearest(positions(60, 44), 2.3, new SplittableRandom(seed));
      for (int x = 1; x < 60; x++) {
        assertThat(out.red()[x]).isGreaterThanOrEqualTo(out.red()[x - 1]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 3})
  void aWholeFactorKeepsOnePixelOfEach(double factor) {
    for (int seed = 0; seed < 5; seed++) {
      float[] row = Aliasing.nearest(positions(60, 1), factor, new SplittableRandom(seed)).red();
      int kept = 1;
      for (int x = 1; x < 60; x++) {
        kept += row[x] - row[x - 1] < 1e-6f ? 0 : 1;
      }

      assertThat((double) kept).isCloseTo(60 / factor, within(1.0));
    }
  }

  @Test
  void aFactorOfOneChangesNothing() {
    for (int seed = 0; seed < 5; seed++) {
      assertThat(Aliasing.nearest(scene, 1, new SplittableRandom(seed)).planes())
          .isDeepEqualTo(scene.planes());
      assertThat(Aliasing.lineSkipping(scene, 1, new SplittableRandom(seed)).planes())
          .isDeepEqualTo(scene.planes());
    }
  }

  @Test
  void belowAFactorOfTwoTheInputShinesThrough() {
    RgbImage checks = checks(40, 40);
    RgbImage out = Aliasing.nearest(checks, 1.25, new SplittableRandom(2));
    for (int i = 0; i < out.red().length; i++) {
      assertThat(out.red()[i]).isCloseTo(checks.red()[i], within(0.2501f));
    }
  }

  @Test
  void skippedLinesAreReplacedByWholeNeighbours() {
    RgbImage out = Aliasing.lineSkipping(positions(60, 44), 2.5, new SplittableRandom(4));
    for (int i = 0; i < out.red().length; i++) {
      assertThat(Math.round(60 * out.red()[i])).isEqualTo(i % 60);
      assertThat(out.green()[i]).isEqualTo(out.green()[i - i % 60]);
    }
  }

  @Test
  void contrastOfTheFinestPatternIsNotLostAsALowPassWouldLoseIt() {
    RgbImage checks = checks(64, 64);
    double before = Scene.deviation(new float[64 * 64], checks.red());

    RgbImage aliased = Aliasing.nearest(checks, 2.7, new SplittableRandom(1));

    assertThat(Scene.deviation(new float[64 * 64], aliased.red()))
        .isCloseTo(before, within(0.1 * before));
  }

  @Test
  void zippersGrowInStepWithTheirGain() {
    RgbImage edge = Scene.edge(32, 16);
    float[] once = Aliasing.zipper(edge, 0.5, new SplittableRandom(1)).red();
    float[] twice = Aliasing.zipper(edge, 1, new SplittableRandom(1)).red();

    for (int i = 0; i < once.length; i++) {
      assertThat(twice[i] - edge.red()[i]).isCloseTo(2 * (once[i] - edge.red()[i]), within(1e-6f));
    }
    assertThat(Aliasing.zipper(edge, 0, new SplittableRandom(1)).planes())
        .isDeepEqualTo(edge.planes());
  }

  @Test
  void zippersStandAtEdgesOnly() {
    RgbImage edge = Scene.edge(32, 16);
    RgbImage zipped = Aliasing.zipper(edge, 2, new SplittableRandom(1));
    for (int plane = 0; plane < 3; plane++) {
      for (int i = 0; i < edge.red().length; i++) {
        if (Math.abs(i % 32 - 15.5) > 2) {
          assertThat(zipped.planes()[plane][i]).isEqualTo(edge.planes()[plane][i]);
        }
      }
    }
  }

  /** Red tells the column of a pixel, green its row. */
  private static RgbImage positions(int width, int height) {
    RgbImage image = new RgbImage(width, height);
    for (int i = 0; i < width * height; i++) {
      image.red()[i] = (float) (i % width) / width;
      image.green()[i] = (float) (i / width) / height;
    }
    return image;
  }

  private static RgbImage checks(int width, int height) {
    RgbImage image = new RgbImage(width, height);
    for (int i = 0; i < width * height; i++) {
      image.red()[i] = (i % width + i / width) % 2;
    }
    System.arraycopy(image.red(), 0, image.green(), 0, width * height);
    Arrays.fill(image.blue(), 0.5f);
    return image;
  }
}
