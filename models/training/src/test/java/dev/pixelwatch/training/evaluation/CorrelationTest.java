package dev.pixelwatch.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
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

  @Test
  void scaleAndOffsetDoNotCountButTheSignDoes() {
    Random random = new Random(1);
    Correlation plain = new Correlation();
    Correlation scaled = new Correlation();
    Correlation turned = new Correlation();
    for (int i = 0; i < 500; i++) {
      double x = random.nextGaussian();
      double y = x + random.nextGaussian();
      plain.add(x, y);
      scaled.add(1e6 + 3 * x, 0.01 * y - 7);
      turned.add(x, -y);
    }

    assertThat(plain.coefficient()).isBetween(0.6, 0.8);
    assertThat(scaled.coefficient()).isCloseTo(plain.coefficient(), within(1e-6));
    assertThat(turned.coefficient()).isCloseTo(-plain.coefficient(), within(1e-12));
  }

  @Test
  void onePassGivesTheTextbookValue() {
    Random random = new Random(2);
    int n = 200;
    double[] x = random.doubles(n).toArray();
    double[] y = random.doubles(n).toArray();
    Correlation correlation = new Correlation();
    for (int i = 0; i < n; i++) {
      correlation.add(x[i], y[i]);
    }
    double meanX = Arrays.stream(x).average().orElseThrow();
    double meanY = Arrays.stream(y).average().orElseThrow();
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < n; i++) {
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
      xy += (x[i] - meanX) * (y[i] - meanY);
    }

    assertThat(correlation.coefficient()).isCloseTo(xy / Math.sqrt(xx * yy), within(1e-12));
  }

  @Test
  void aStraightLineIsOneHoweverFarFromZeroItLies() {
    Correlation correlation = new Correlation();
    for (int i = 0; i < 100; i++) {
      correlation.add(1e9 + i, 5e9 + 2 * i);
    }

    assertThat(correlation.coefficient()).isCloseTo(1, within(1e-9));
  }

  @Test
  void nothingAndASinglePointHaveNoCorrelation() {
    Correlation correlation = new Correlation();
    assertThat(correlation.coefficient()).isNaN();
    correlation.add(3, 4);

    assertThat(correlation.coefficient()).isNaN();
  }
}
