package dev.pixelwatch.tools.compare;

import static dev.pixelwatch.core.DistortionType.BLUR;
import static dev.pixelwatch.core.DistortionType.NOISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Where in the frame two builds differ. */
final class MeanDifferenceMapTest {
  private static final Offset<Double> ROUNDING = within(1e-6);

  @Test
  void itIsTheMeanOfBMinusAInEachCell() {
    MeanDifferenceMap map = new MeanDifferenceMap();

    map.add(map(BLUR, 0, 0.1), map(BLUR, 0, 0.5));
    map.add(map(BLUR, 0, 0.1), map(BLUR, 0, 0.3));

    assertThat(map.frames()).isEqualTo(2);
    assertThat(map.at(BLUR, 0, 0)).isCloseTo(0.3, ROUNDING);
    assertThat(map.at(BLUR, 0, 1)).isCloseTo(0, ROUNDING);
    assertThat(map.at(NOISE, 0, 0)).isCloseTo(0, ROUNDING);
    assertThat(map.strongest(BLUR)).isCloseTo(0.3, ROUNDING);
  }

  @Test
  void scaledToItsStrongestCellItHasFullIntensityThereAndNoOtherType() {
    MeanDifferenceMap map = new MeanDifferenceMap();
    map.add(map(BLUR, 1, 0.2), map(BLUR, 1, 0));

    DistortionMap scaled = map.scaled(BLUR, 0.2).orElseThrow();

    assertThat((double) scaled.intensity(BLUR, 0, 1)).isCloseTo(-1, ROUNDING);
    assertThat((double) scaled.intensity(BLUR, 0, 0)).isCloseTo(0, ROUNDING);
    assertThat((double) scaled.intensity(NOISE, 0, 1)).isCloseTo(0, ROUNDING);
  }

  @Test
  void withoutAFrameThereIsNothingToDraw() {
    assertThat(new MeanDifferenceMap().scaled(BLUR, 1)).isEmpty();
  }

  @Test
  void mapsOfAnotherSizeThanTheFirstAreLeftOutAndThisIsSaid() {
    MeanDifferenceMap map = new MeanDifferenceMap();
    DistortionMap other = new DistortionMap(2, 2, new float[DistortionType.COUNT * 4]);
    map.add(map(BLUR, 0, 0), map(BLUR, 0, 0.5));
    assertThat(map.notes()).isEmpty();

    map.add(other, other);
    map.add(map(BLUR, 0, 0), other);

    assertThat(map.frames()).isEqualTo(1);
    assertThat(map.at(BLUR, 0, 0)).isCloseTo(0.5, ROUNDING);
    assertThat(map.notes()).singleElement().asString().contains("2 frames of another");
  }

  /** Two cells side by side, one of them with an intensity. */
  private static DistortionMap map(DistortionType type, int column, double intensity) {
    float[] values = new float[DistortionType.COUNT * 2];
    Arrays.fill(values, 0.5f);
    values[type.ordinal() * 2 + column] = (float) (0.5 + intensity / 2);
    return new DistortionMap(1, 2, values);
  }
}
