package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The latency bound is one second here. */
class LiveModeTest {
  @TempDir private Path directory;

  private TopologyRig rig(Mode mode) {
    return new TopologyRig(
        TopologyRig.configIn(directory).mode(mode).build(), LumaDifferenceNetwork::assess);
  }

  /** Publishes 40 pairs, 100 ms apart, that arrive so late. */
  private static void publishLate(TopologyRig rig, Duration lag) {
    rig.driver.advanceWallClockTime(lag);
    for (int i = 1; i <= 40; i++) {
      rig.publishPair(i, Duration.ofMillis(100L * i));
      rig.driver.advanceWallClockTime(Duration.ofMillis(100));
    }
  }

  @Test
  void everyFrameIsScoredWhileTheLagIsSmall() {
    try (TopologyRig rig = rig(Mode.LIVE)) {
      publishLate(rig, Duration.ofMillis(200));

      assertThat(rig.scores()).hasSize(40);
    }
  }

  @Test
  void framesAreLeftOutWhenTheLagExceedsTheBound() {
    try (TopologyRig rig = rig(Mode.LIVE)) {
      publishLate(rig, Duration.ofSeconds(5));

      List<Outcome> outcomes = rig.outcomes();
      assertThat(outcomes).hasSize(40);
      assertThat(outcomes)
          .extracting(Outcome::getKind)
          .contains(OutcomeKind.SCORED, OutcomeKind.SKIPPED);
      assertThat(outcomes)
          .filteredOn(o -> o.getKind() == OutcomeKind.SKIPPED)
          .allSatisfy(
              o -> {
                assertThat(o.getFrameNumber() % o.getK()).isNotZero();
                assertThat(o.getReason()).contains("live mode").contains("" + o.getK());
              });
      assertThat(outcomes)
          .filteredOn(o -> o.getKind() == OutcomeKind.SCORED)
          .allSatisfy(o -> assertThat(o.getFrameNumber() % o.getK()).isZero());
      assertThat(rig.registry.get(MetricNames.K).gauge().value()).isGreaterThan(1);
    }
  }

  @Test
  void everyFrameIsScoredAgainWhenTheLagHasGone() {
    try (TopologyRig rig = rig(Mode.LIVE)) {
      publishLate(rig, Duration.ofSeconds(5));
      for (int i = 0; i < 400; i++) {
        rig.publishPair(1_000 + i, Duration.ofSeconds(9).plusMillis(100L * i));
        rig.driver.advanceWallClockTime(Duration.ofMillis(100));
      }

      List<Outcome> outcomes = rig.outcomes();
      assertThat(outcomes.subList(outcomes.size() - 50, outcomes.size()))
          .allSatisfy(o -> assertThat(o.getKind()).isEqualTo(OutcomeKind.SCORED));
      assertThat(rig.registry.get(MetricNames.K).gauge().value()).isEqualTo(1);
    }
  }

  @Test
  void aFrameThatIsLeftOutIsNotAssessedAndLeavesTheMemory() {
    AtomicInteger assessed = new AtomicInteger();
    MonitorConfig config = TopologyRig.configIn(directory).mode(Mode.LIVE).build();
    try (TopologyRig rig =
        new TopologyRig(
            config,
            (reference, processed) -> {
              assessed.incrementAndGet();
              return LumaDifferenceNetwork.assess(reference, processed);
            })) {
      publishLate(rig, Duration.ofSeconds(5));

      long scored = rig.kinds().stream().filter(kind -> kind == OutcomeKind.SCORED).count();
      assertThat(scored).isLessThan(40).isEqualTo(assessed.get()).isEqualTo(rig.scores().size());
      assertThat(rig.registry.get(MetricNames.CACHE_BYTES).gauge().value()).isZero();
    }
  }

  @Test
  void completeModeScoresEveryFrameHoweverLate() {
    try (TopologyRig rig = rig(Mode.COMPLETE)) {
      publishLate(rig, Duration.ofMinutes(5));

      assertThat(rig.scores()).hasSize(40);
    }
  }
}
