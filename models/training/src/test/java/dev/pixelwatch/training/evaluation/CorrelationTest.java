package dev.pixelwatch.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CorrelationTest {
  @Test
  void pearsonOfAHandMadeSample() {
    Correlation correlation = new Correlation();
    double[] x = {1, 2, 3, 4, 5};
    double[] y = {2, 1, 4, 3, 5};
    for (int i = 0; i < x.length; i++) {
      correlation.add(x[i], y[i]);
    }

    assertThat(correlation.coefficient()).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void aVariableThatNeverVariesHasNoCorrelation() {
    Correlation correlation = new Correlation();
    correlation.add(1, 7);
    correlation.add(2, 7);

    assertThat(correlation.coefficient()).isNaN();
  }
}
