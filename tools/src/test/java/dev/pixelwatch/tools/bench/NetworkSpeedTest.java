package dev.pixelwatch.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.OnnxNetwork;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class NetworkSpeedTest {
  private static final long MILLI = 1_000_000;

  @Test
  void halfOfThePairsTakeNoLongerThanTheMedianAndAllButOneInAHundredThanTheOther() {
    List<Long> nanos =
        LongStream.rangeClosed(1, 200).mapToObj(i -> i * MILLI).collect(Collectors.toList());
    Collections.shuffle(nanos, new Random(1));

    NetworkSpeed speed = NetworkSpeed.of(5, nanos);

    assertThat(speed.medianMillis()).isEqualTo(100);
    assertThat(speed.p99Millis()).isEqualTo(198);
    assertThat(speed.pairs()).isEqualTo(200);
  }

  @Test
  void aSinglePairIsBothMedianAndWorst() {
    NetworkSpeed speed = NetworkSpeed.of(5, List.of(3 * MILLI));

    assertThat(speed.medianMillis()).isEqualTo(3);
    assertThat(speed.p99Millis()).isEqualTo(3);
  }

  @Test
  void oneSlowPairAmongAFewShowsInTheWorstButNotInTheMedian() {
    NetworkSpeed speed = NetworkSpeed.of(5, List.of(MILLI, 900 * MILLI, MILLI));

    assertThat(speed.medianMillis()).isEqualTo(1);
    assertThat(speed.p99Millis()).isEqualTo(900);
  }

  @Test
  void everyWorkerMeasuresAtLeastOnePairHoweverShortTheTime() {
    try (DistortionNetwork network = OnnxNetwork.load("live", 1)) {
      NetworkSpeed speed = new NetworkBench(network, 64, 48).run(3, Duration.ZERO);

      assertThat(speed.pairs()).isEqualTo(3);
      assertThat(speed.pairsPerSecond()).isPositive();
    }
  }
}
