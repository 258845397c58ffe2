package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SeverityTest {

  @ParameterizedTest
  @EnumSource(Severity.class)
  void aGreaterSeverityHasAGreaterParameter(Severity curve) {
    double before = curve.parameter(0.01);
    for (int percent = 2; percent <= 100; percent++) {
      double parameter = curve.parameter(percent / 100.0);

      assertThat(parameter).isGreaterThan(before);
      before = parameter;
    }
  }

  @ParameterizedTest
  @EnumSource(Severity.class)
  void theOppositeSeverityHasTheOppositeParameter(Severity curve) {
    assertThat(curve.parameter(-0.4)).isEqualTo(-curve.parameter(0.4));
  }

  @Test
  void beyondOneACurveGoesOnWithoutAJumpToItsGreatestParameter() {
    assertThat(Severity.BLOCKING_LIBJPEG.parameter(1.001)).isCloseTo(0.92, within(1e-3));
    assertThat(Severity.BLOCKING_LIBJPEG.parameter(2)).isBetween(0.93, 0.98);
    assertThat(Severity.BLOCKING_LIBJPEG.parameter(Recipe.STRONGEST)).isCloseTo(1, within(1e-9));
    assertThat(Severity.BLUR_GAUSSIAN.linearParameter(Recipe.STRONGEST))
        .isCloseTo(14, within(1e-9));
    assertThat(Severity.EXPOSURE.parameter(Recipe.STRONGEST)).isEqualTo(1.4);
  }

  @Test
  void theCurveRunsFromLowToHigh() {
    assertThat(Severity.BLUR_GAUSSIAN.parameter(1)).isCloseTo(2.4, within(1e-9));
    assertThat(Severity.BLUR_GAUSSIAN.parameter(0)).isCloseTo(0.42, within(1e-9));
  }
}
