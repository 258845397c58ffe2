package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.schemas.FrameSide;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The duplicate window is ten minutes here, and frames wait ten seconds. */
class DuplicateTest {
  private static final Duration LATE = Duration.ofSeconds(20);

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DUPLICATE")
  void aNumberThatIsSettledStaysSoAndTheDuplicatesSayHow(OutcomeKind kind) {
    try (TopologyRig rig = settledAs(kind)) {
      assertThat(rig.kinds()).containsExactly(kind);
      int scores = rig.scores().size();

      rig.publishPair(7, LATE);
      rig.driver.advanceWallClockTime(Duration.ofMinutes(1));

      List<Outcome> again = rig.outcomes();
      assertThat(again)
          .extracting(Outcome::getSide)
          .containsExactly(FrameSide.REFERENCE, FrameSide.PROCESSED);
      assertThat(again)
          .allSatisfy(
              outcome -> {
                assertThat(outcome.getKind()).isEqualTo(OutcomeKind.DUPLICATE);
                assertThat(outcome.getReason()).endsWith("settled before as " + kind);
              });
      assertThat(scores).isEqualTo(kind == OutcomeKind.SCORED ? 1 : 0);
      assertThat(rig.scores()).isEmpty();
    }
  }

  /** A rig in which frame 7 has come to this outcome. */
  private TopologyRig settledAs(OutcomeKind kind) {
    MonitorConfig config =
        TopologyRig.configIn(directory)
            .mode(kind == OutcomeKind.SKIPPED ? Mode.LIVE : Mode.COMPLETE)
            .set(MonitorOption.PAYLOAD_CACHE, kind == OutcomeKind.LOST ? 0 : 1 << 20)
            .build();
    TopologyRig rig = new TopologyRig(config, LumaDifferenceNetwork::assess);
    rig.publish(Side.REFERENCE, 7, TestFrames.grey(100), Duration.ZERO);
    switch (kind) {
      case SKIPPED -> rig.driver.advanceWallClockTime(Duration.ofSeconds(5));
      case UNMATCHED -> rig.driver.advanceWallClockTime(Duration.ofSeconds(11));
      case LOST -> rig.retentionTakesAll();
      default -> {}
    }
    if (kind != OutcomeKind.UNMATCHED) {
      int width = kind == OutcomeKind.FAILED ? 16 : TestFrames.WIDTH;
      rig.publish(Side.PROCESSED, 7, TestFrames.grey(100, width, TestFrames.HEIGHT), Duration.ZERO);
    }
    return rig;
  }

  @ParameterizedTest
  @CsvSource({"599, DUPLICATE", "601, SCORED"})
  void theDuplicateWindowEndsWhenItShould(int seconds, OutcomeKind kind) {
    try (TopologyRig rig = new TopologyRig(directory, LumaDifferenceNetwork::assess)) {
      rig.publishPair(7, Duration.ZERO);
      rig.outcomes();

      rig.publishPair(7, Duration.ofSeconds(seconds));

      assertThat(rig.kinds()).containsOnly(kind);
    }
  }

  @Test
  void aDuplicateCarriesItsOwnBuildAndTheResultThatOfTheFirst() {
    try (TopologyRig rig = new TopologyRig(directory, LumaDifferenceNetwork::assess)) {
      FrameIdentity other = new FrameIdentity("camera", "isp", "8", 7, 5);
      rig.publish(Side.PROCESSED, 7, TestFrames.grey(100), Duration.ZERO);
      rig.publish(Side.PROCESSED, other, TestFrames.grey(0), Duration.ZERO);
      rig.publish(Side.REFERENCE, 7, TestFrames.grey(100), Duration.ZERO);

      assertThat(rig.outcomes()).extracting(Outcome::getBuild).containsExactly("8", "7");
    }
  }

  @Test
  void aDuplicateTakesNoMemoryFromTheFrameThatWaits() {
    try (TopologyRig rig = new TopologyRig(directory, LumaDifferenceNetwork::assess)) {
      rig.publish(Side.REFERENCE, 7, TestFrames.grey(100), Duration.ZERO);
      double one = cached(rig);
      for (int i = 0; i < 50; i++) {
        rig.publish(Side.REFERENCE, 7, TestFrames.grey(i), Duration.ZERO);
      }

      assertThat(cached(rig)).isEqualTo(one).isPositive();
      assertThat(rig.outcomes()).hasSize(50);
    }
  }

  private static double cached(TopologyRig rig) {
    return rig.registry.get(MetricNames.CACHE_BYTES).gauge().value();
  }
}
