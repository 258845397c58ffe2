package dev.pixelwatch.tools.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TopTypeTest {
  @Test
  void equalImagesAreToldApartByNoType() {
    assertThat(TopType.of(Maps.even(Map.of()))).isEmpty();
    assertThat(TopType.allOf(Maps.even(Map.of()))).isEmpty();
  }

  @Test
  void whatIsTakenAwayCountsAsMuchAsWhatIsAdded() {
    DistortionMap map =
        Maps.even(
            Map.of(
                DistortionType.NOISE, 0.3,
                DistortionType.EXPOSURE, -0.5,
                DistortionType.TINT, 0.4));

    assertThat(TopType.of(map)).contains(DistortionType.EXPOSURE);
    assertThat(TopType.allOf(map))
        .containsExactly(DistortionType.EXPOSURE, DistortionType.TINT, DistortionType.NOISE);
  }

  @Test
  void aTypeThatCanHardlyBeSeenIsNotNamed() {
    DistortionMap map =
        Maps.even(Map.of(DistortionType.BLUR, 0.049, DistortionType.BANDING, -0.051));

    assertThat(TopType.allOf(map)).containsExactly(DistortionType.BANDING);
  }

  @Test
  void swappingThePairNamesTheSameTypes() {
    DistortionMap map = Maps.even(Map.of(DistortionType.BLUR, 0.6, DistortionType.WARMTH, -0.2));

    assertThat(TopType.allOf(map.mirrored())).isEqualTo(TopType.allOf(map));
  }

  @Test
  void aTypeThatFillsHalfTheFrameIsWeighedByTheMeanOverTheFrame() {
    float[] values = Maps.even(Map.of(DistortionType.NOISE, 0.3)).values().clone();
    int first = DistortionType.CORRUPTION.ordinal() * 6;
    values[first] = 1;
    values[first + 1] = 1;
    DistortionMap map = new DistortionMap(2, 3, values);

    assertThat(TopType.allOf(map)).containsExactly(DistortionType.CORRUPTION, DistortionType.NOISE);
  }
}
