package dev.pixelwatch.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentileTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 19, 20, 21, 100, 101})
  void itIsTheSmallestValueThatEnoughOthersDoNotExceed(int count) {
    List<Double> values = values(count);
    for (double percent : new double[] {0, 5, 50, 95, 100}) {
      double found = Percentile.of(values, percent);

      assertThat(values).contains(found);
      assertThat(100.0 * values.stream().filter(v -> v <= found).count() / count)
          .isGreaterThanOrEqualTo(percent);
      assertThat(100.0 * values.stream().filter(v -> v < found).count() / count)
          .satisfiesAnyOf(
              below -> assertThat(below).isLessThan(percent), below -> assertThat(below).isZero());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 20, 99})
  void byMagnitudeNegatingAllValuesNegatesTheResult(int count) {
    List<Double> values = values(count);
    List<Double> negated = values.stream().map(v -> -v).toList();

    for (double percent : new double[] {5, 50, 95, 100}) {
      assertThat(Percentile.byMagnitude(negated, percent))
          .isEqualTo(-Percentile.byMagnitude(values, percent));
    }
  }

  private static List<Double> values(int count) {
    Random random = new Random(count);
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(random.nextDouble() - 0.5);
    }
    return values;
  }
}
