package dev.pixelwatch.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BudgetTest {
  @Test
  void hoursCountTimeWhateverTheSteps() {
    assertThat(Budget.ofHours(2).done(1_000_000, 3600)).isEqualTo(0.5);
  }

  @Test
  void stepsCountStepsWhateverTheTime() {
    assertThat(Budget.ofSteps(200).done(50, 1e9)).isEqualTo(0.25);
  }
}
