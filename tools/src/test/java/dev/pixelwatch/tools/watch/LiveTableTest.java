package dev.pixelwatch.tools.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.tools.report.FrameOutcome;
import dev.pixelwatch.tools.report.FrameResult;
import java.util.Map;
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

  private static FrameResult frame(double score, Map<DistortionType, Float> values) {
    float[] intensities = new float[DistortionType.COUNT];
    values.forEach((type, value) -> intensities[type.ordinal()] = value);
    return new FrameResult(1, 0, FrameOutcome.SCORED, "", score, intensities);
  }
}
