package dev.pixelwatch.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopTypesTest {
  @Test
  void identicalVideosNameNoType() {
    assertThat(topTypes(Runs.identical(100))).isEmpty();
  }

  @Test
  void aFaintResponseOfTheNetworkNamesNoType() {
    assertThat(topTypes(constant(Map.of(DistortionType.NOISE, 0.04, DistortionType.TINT, -0.03))))
        .isEmpty();
  }

  @Test
  void theStrongestComesFirstWhateverItsDirection() {
    assertThat(
            topTypes(
                constant(
                    Map.of(
                        DistortionType.NOISE, 0.2,
                        DistortionType.EXPOSURE, -0.4,
                        DistortionType.BLUR, 0.3))))
        .containsExactly(DistortionType.EXPOSURE, DistortionType.BLUR, DistortionType.NOISE);
  }

  @Test
  void aSideEffectOfAMuchStrongerTypeIsNotNamed() {
    assertThat(
            topTypes(constant(Map.of(DistortionType.BLOCKING, 0.6, DistortionType.BANDING, 0.1))))
        .containsExactly(DistortionType.BLOCKING);
  }

  @Test
  void aDistortionOfATenthOfTheClipIsNotAveragedAway() {
    List<FrameResult> results = new ArrayList<>(Runs.identical(90));
    for (int i = 90; i < 100; i++) {
      results.add(Runs.scored(i, -20, Map.of(DistortionType.GHOSTING, 0.3)));
    }

    assertThat(topTypes(results)).containsExactly(DistortionType.GHOSTING);
  }

  @Test
  void directionsThatCancelOutOverTheClipAreStillNamed() {
    List<FrameResult> results = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      results.add(Runs.scored(i, 0, Map.of(DistortionType.EXPOSURE, i % 2 == 0 ? 0.3 : -0.3)));
    }

    assertThat(topTypes(results)).containsExactly(DistortionType.EXPOSURE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void swappingTheVideosNamesTheSameTypesInTheSameOrder(long seed) {
    List<FrameResult> results = Runs.random(seed, 50);
    List<FrameResult> swapped =
        results.stream()
            .map(
                r ->
                    r.isScored()
                        ? new FrameResult(
                            r.frame(), r.timeUs(), r.outcome(), "", -r.score(), negated(r))
                        : r)
            .toList();

    assertThat(topTypes(swapped)).isEqualTo(topTypes(results)).isNotEmpty();
  }

  private static float[] negated(FrameResult result) {
    float[] intensities = result.intensities().clone();
    for (int i = 0; i < intensities.length; i++) {
      intensities[i] = -intensities[i];
    }
    return intensities;
  }

  @ParameterizedTest
  @CsvSource({"0.049, 0", "0.051, 1", "-0.051, 1"})
  void aTypeIsNamedFromItsLeastStrengthOn(double intensity, int named) {
    assertThat(topTypes(constant(Map.of(DistortionType.WARMTH, intensity)))).hasSize(named);
  }

  @ParameterizedTest
  @CsvSource({"0.19, 1", "0.21, 2"})
  void besideAStrongTypeAnotherNeedsAQuarterOfItsStrength(double intensity, int named) {
    assertThat(topTypes(constant(Map.of(DistortionType.BLUR, 0.8, DistortionType.TINT, intensity))))
        .hasSize(named);
  }

  private static List<FrameResult> constant(Map<DistortionType, Double> intensities) {
    List<FrameResult> results = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      results.add(Runs.scored(i, -10, intensities));
    }
    return results;
  }

  private static List<DistortionType> topTypes(List<FrameResult> results) {
    return Summary.of(Runs.info(), results).topTypes();
  }
}
