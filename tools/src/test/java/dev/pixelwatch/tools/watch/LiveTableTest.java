package dev.pixelwatch.tools.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.tools.report.FrameOutcome;
import dev.pixelwatch.tools.report.FrameResult;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LiveTableTest {
  private final LiveTable table = new LiveTable();

  @Test
  void beforeTheFirstFrameThereIsNothingToSay() {
    assertThat(table.lines()).isEmpty();
    assertThat(table.brief()).isEmpty();
  }

  @Test
  void theStrongestTypeStandsFirstAndWeakOnesAreLeftOut() {
    table.add(
        frame(
            -20,
            Map.of(
                DistortionType.NOISE, 0.2f,
                DistortionType.EXPOSURE, -0.6f,
                DistortionType.TINT, 0.01f)));

    assertThat(table.lines()).hasSize(3);
    assertThat(table.lines().get(0)).isEqualTo("score -20.0");
    assertThat(table.lines().get(1)).startsWith("exposure").endsWith("darker").contains("-0.60");
    assertThat(table.lines().get(2)).startsWith("noise").endsWith("more luma noise");
    assertThat(table.brief()).isEqualTo("score -20.0, exposure -0.60, noise +0.20");
  }

  @Test
  void aFaultThatHasPassedFadesAway() {
    table.add(frame(-50, Map.of(DistortionType.BLUR, 0.9f)));
    for (int i = 0; i < 100; i++) {
      table.add(frame(0, Map.of()));
    }

    assertThat(table.lines()).hasSize(1);
  }

  @Test
  void aFrameWithoutAScoreChangesNothing() {
    table.add(frame(-5, Map.of(DistortionType.BLUR, 0.5f)));
    String before = table.brief();

    table.add(FrameResult.notScored(9, 0, FrameOutcome.SKIPPED, "late"));

    assertThat(table.brief()).isEqualTo(before);
  }

  @Test
  void atMostFiveTypesAreListedAndTwoNamedInBrief() {
    Map<DistortionType, Float> all =
        Stream.of(DistortionType.values())
            .collect(Collectors.toMap(type -> type, type -> 0.1f + type.ordinal() / 100f));
    table.add(frame(-1, all));

    assertThat(table.lines()).hasSize(6);
    assertThat(table.lines().get(1)).startsWith("tint");
    assertThat(table.brief()).isEqualTo("score -1.0, tint +0.24, warmth +0.23");
  }

  @Test
  void theBarIsAsLongAsTheIntensityIsStrong() {
    table.add(frame(-1, Map.of(DistortionType.BLUR, 1f, DistortionType.TINT, -0.5f)));

    assertThat(table.lines().get(1)).contains(" " + "#".repeat(20) + " ");
    assertThat(table.lines().get(2)).contains(" " + "#".repeat(10) + " ").endsWith("greener");
  }

  @Test
  void aSteadyFaultIsShownAtItsOwnStrength() {
    for (int i = 0; i < 40; i++) {
      table.add(frame(-12.5, Map.of(DistortionType.NOISE, 0.4f)));
    }

    assertThat(table.brief()).isEqualTo("score -12.5, noise +0.40");
  }

  @Test
  void aSingleBadFrameAmongGoodOnesCountsLittle() {
    table.add(frame(0, Map.of()));
    table.add(frame(-80, Map.of(DistortionType.CORRUPTION, 0.5f)));

    assertThat(table.brief()).isEqualTo("score -6.4");
  }

  private static FrameResult frame(double score, Map<DistortionType, Float> values) {
    float[] intensities = new float[DistortionType.COUNT];
    values.forEach((type, value) -> intensities[type.ordinal()] = value);
    return new FrameResult(1, 0, FrameOutcome.SCORED, "", score, intensities);
  }
}
