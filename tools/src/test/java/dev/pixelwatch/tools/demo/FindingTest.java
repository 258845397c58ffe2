package dev.pixelwatch.tools.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.tools.report.FrameOutcome;
import dev.pixelwatch.tools.report.FrameResult;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class FindingTest {
  private static final Fault DARK =
      new Fault("exposure drops", DistortionType.EXPOSURE, -1, (clean, rate) -> clean, 10, 20);

  @Test
  void theFaultIsFoundWhenItsTypeAndDirectionAreTheStrongest() {
    Finding finding = Finding.of(DARK, frames(DistortionType.EXPOSURE, -0.5f));

    assertThat(finding.isRight()).isTrue();
    assertThat(finding.intensity()).isEqualTo(-0.5);
  }

  @Test
  void theWrongDirectionIsNotTheRightFinding() {
    assertThat(Finding.of(DARK, frames(DistortionType.EXPOSURE, 0.5f)).isRight()).isFalse();
  }

  @Test
  void anotherTypeIsNotTheRightFinding() {
    Finding finding = Finding.of(DARK, frames(DistortionType.CONTRAST, -0.5f));

    assertThat(finding.isRight()).isFalse();
    assertThat(finding.type()).isEqualTo(DistortionType.CONTRAST);
  }

  @Test
  void framesOutsideTheFaultDoNotCount() {
    List<FrameResult> results = new ArrayList<>(frames(DistortionType.EXPOSURE, -0.3f));
    for (int frame = 20; frame < 60; frame++) {
      results.add(frame(frame, DistortionType.NOISE, 0.9f));
    }

    assertThat(Finding.of(DARK, results).isRight()).isTrue();
  }

  @Test
  void framesThatWereNotScoredDoNotCount() {
    List<FrameResult> results = new ArrayList<>(frames(DistortionType.EXPOSURE, -0.4f));
    results.add(FrameResult.notScored(15, 0, FrameOutcome.UNMATCHED, "alone"));

    assertThat(Finding.of(DARK, results).intensity()).isCloseTo(-0.4, Offset.offset(1e-6));
  }

  private static List<FrameResult> frames(DistortionType type, float intensity) {
    List<FrameResult> results = new ArrayList<>();
    for (int frame = 10; frame < 20; frame++) {
      results.add(frame(frame, type, intensity));
    }
    return results;
  }

  private static FrameResult frame(long number, DistortionType type, float intensity) {
    float[] intensities = new float[DistortionType.COUNT];
    intensities[type.ordinal()] = intensity;
    return new FrameResult(number, 40_000 * number, FrameOutcome.SCORED, "", -5, intensities);
  }
}
