package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.Score;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever comes in whatever order, scored + skipped + unmatched + lost + failed is the number of
 * distinct frames, and everything that came too often is a duplicate.
 */
class OneOutcomeTest {
  private record Number(String stream, long frame) {}

  private final Set<Number> published = new HashSet<>();
  private final Map<Number, Set<Side>> sides = new HashMap<>();
  private int publications;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void everyFrameNumberHasExactlyOneOutcome(long seed, @TempDir Path directory) {
    Random random = new Random(seed);
    MonitorConfig config =
        TopologyRig.configIn(directory)
            .mode(random.nextBoolean() ? Mode.LIVE : Mode.COMPLETE)
            .set(MonitorOption.PAYLOAD_CACHE, random.nextInt(3) * 5_000L)
            .build();
    try (TopologyRig rig = new TopologyRig(config, OneOutcomeTest::moody)) {
      for (int second = 0; second < 60; second++) {
        if (second == 40 && seed % 2 == 0) {
          rig.retentionTakesAll();
        }
        publishSome(rig, random, second);
        rig.driver.advanceWallClockTime(Duration.ofMillis(random.nextInt(1_500)));
      }
      rig.driver.advanceWallClockTime(Duration.ofMinutes(1));

      List<Outcome> outcomes = rig.outcomes();
      check(outcomes, rig.scores());
      checkCounters(rig.registry, outcomes);
    }
  }

  private static Assessment moody(Picture reference, Picture processed) {
    if (processed.luma()[0] % 7 == 0) {
      throw new IllegalStateException("the network tripped");
    }
    return LumaDifferenceNetwork.assess(reference, processed);
  }

  /** Pairs in any order, some without partner, some twice, some of another size. */
  private void publishSome(TopologyRig rig, Random random, int second) {
    List<Runnable> frames = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Number number = new Number("camera-" + random.nextInt(2), 2L * second + random.nextInt(4));
      for (Side side : Side.values()) {
        int times = random.nextInt(10) == 0 ? random.nextInt(3) : 1;
        for (int time = 0; time < times; time++) {
          frames.add(() -> publish(rig, number, side, random, second));
        }
      }
    }
    Collections.shuffle(frames, random);
    frames.forEach(Runnable::run);
  }

  private void publish(TopologyRig rig, Number number, Side side, Random random, int second) {
    int width = random.nextInt(20) == 0 ? 32 : 48;
    rig.publish(
        side,
        TestFrames.identity(number.stream(), number.frame()),
        TestFrames.grey(random.nextInt(100), width, 32),
        Duration.ofSeconds(second));
    published.add(number);
    sides.computeIfAbsent(number, n -> new HashSet<>()).add(side);
    publications++;
  }

  private void check(List<Outcome> outcomes, List<Score> scores) {
    List<Number> settled = new ArrayList<>();
    int settledFrames = 0;
    int duplicates = 0;
    for (Outcome outcome : outcomes) {
      if (outcome.getKind() == OutcomeKind.DUPLICATE) {
        duplicates++;
      } else {
        settled.add(new Number(outcome.getStream(), outcome.getFrameNumber()));
        settledFrames += outcome.getKind() == OutcomeKind.UNMATCHED ? 1 : 2;
      }
    }
    assertThat(settled).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(published);
    assertThat(settledFrames + duplicates).isEqualTo(publications);
    assertThat(scores)
        .extracting(score -> new Number(score.getStream(), score.getFrameNumber()))
        .doesNotHaveDuplicates()
        .allMatch(number -> sides.get(number).size() == 2);
    assertThat(outcomes.stream().filter(o -> o.getKind() == OutcomeKind.SCORED))
        .hasSameSizeAs(scores);
  }

  /** What is measured is what stands on the topic, and nothing waits in memory at the end. */
  private static void checkCounters(MeterRegistry registry, List<Outcome> outcomes) {
    for (OutcomeKind kind : OutcomeKind.values()) {
      double counted =
          registry
              .find(MetricNames.FRAMES)
              .tag("outcome", kind.name().toLowerCase(Locale.ROOT))
              .counters()
              .stream()
              .mapToDouble(Counter::count)
              .sum();
      assertThat(counted)
          .as("%s", kind)
          .isEqualTo(outcomes.stream().filter(o -> o.getKind() == kind).count());
    }
    assertThat(registry.get(MetricNames.CACHE_BYTES).gauge().value()).isZero();
  }
}
