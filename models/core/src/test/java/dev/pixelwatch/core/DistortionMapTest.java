package dev.pixelwatch.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class DistortionMapTest {

  @Test
  void aValueIsFoundByTypeRowAndColumn() {
    float[] values = neutral(2, 3);
    values[(DistortionType.BLUR.ordinal() * 2 + 1) * 3 + 2] = 0.75f;

    DistortionMap map = new DistortionMap(2, 3, values);

    assertThat(map.value(DistortionType.BLUR, 1, 2)).isEqualTo(0.75f);
    assertThat(map.intensity(DistortionType.BLUR, 1, 2)).isEqualTo(0.5f);
    assertThat(map.intensity(DistortionType.BLUR, 0, 0)).isZero();
  }

  @Test
  void theMirroredMapHasEveryIntensityWithTheOtherSign() {
    float[] values = neutral(1, 2);
    values[0] = 0.9f;
    values[3] = 0.25f;

    DistortionMap mirrored = new DistortionMap(1, 2, values).mirrored();

    assertThat(mirrored.values()[0]).isCloseTo(0.1f, within(1e-6f));
    assertThat(mirrored.values()[1]).isEqualTo(0.5f);
    assertThat(mirrored.values()[3]).isEqualTo(0.75f);
  }

  @Test
  void theMeanIntensityIsTakenOverOneTypeOnly() {
    float[] values = neutral(1, 4);
    values[DistortionType.TINT.ordinal() * 4] = 0;
    DistortionMap map = new DistortionMap(1, 4, values);

    assertThat(map.meanIntensity(DistortionType.TINT)).isEqualTo(-0.25);
    assertThat(map.meanIntensity(DistortionType.WARMTH)).isZero();
  }

  @Test
  void aCellCutByTheEdgeStillCounts() {
    assertThat(DistortionMap.cells(1)).isEqualTo(1);
    assertThat(DistortionMap.cells(16)).isEqualTo(1);
    assertThat(DistortionMap.cells(1080)).isEqualTo(68);
  }

  @Test
  void aMapOfTheWrongLengthIsRefused() {
    assertThatThrownBy(() -> new DistortionMap(2, 2, new float[59]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("60 values, not 59");
  }

  @Test
  void theStrongestTypeIsThatOfTheLargestMeanWhateverItsSign() {
    float[] values = neutral(1, 2);
    values[2 * DistortionType.BLUR.ordinal()] = 0.8f;
    values[2 * DistortionType.TINT.ordinal()] = 0.1f;
    values[2 * DistortionType.GHOSTING.ordinal()] = 0.9f;
    values[2 * DistortionType.GHOSTING.ordinal() + 1] = 0.2f;

    assertThat(new DistortionMap(1, 2, values).strongest()).isEqualTo(DistortionType.TINT);
    assertThat(new DistortionMap(1, 2, neutral(1, 2)).strongest()).isEqualTo(DistortionType.NOISE);
  }

  private static float[] neutral(int rows, int columns) {
    float[] values = new float[DistortionType.COUNT * rows * columns];
    Arrays.fill(values, 0.5f);
    return values;
  }

  @Test
  void mirroringTwiceGivesTheMapBack() {
    float[] values = neutral(3, 2);
    for (int i = 0; i < values.length; i++) {
      values[i] = i / (float) values.length;
    }

    float[] back = new DistortionMap(3, 2, values).mirrored().mirrored().values();

    for (int i = 0; i < values.length; i++) {
      assertThat(back[i]).isCloseTo(values[i], within(1e-6f));
    }
  }

  @Test
  void theMeanIntensityIsTheMeanOfTheCells() {
    float[] values = neutral(3, 5);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble();
    }
    DistortionMap map = new DistortionMap(3, 5, values);
    for (DistortionType type : DistortionType.values()) {
      double sum = 0;
      for (int row = 0; row < 3; row++) {
        for (int column = 0; column < 5; column++) {
          sum += map.intensity(type, row, column);
        }
      }

      assertThat(map.meanIntensity(type)).isCloseTo(sum / 15, within(1e-6));
      assertThat(map.mirrored().meanIntensity(type)).isCloseTo(-sum / 15, within(1e-6));
    }
  }

  @Test
  void aMapWithoutCellsIsRefused() {
    assertThatThrownBy(() -> new DistortionMap(0, 4, new float[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 x 4 cells");
  }
}
