package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.schemas.FrameSide;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames wait ten seconds here. */
class UnmatchedTest {
  @TempDir private Path directory;
  private TopologyRig rig;

  @BeforeEach
  void open() {
    rig = new TopologyRig(directory, LumaDifferenceNetwork::assess);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void publish(Side side, long frameNumber, int second) {
    rig.publish(side, frameNumber, TestFrames.grey(100), Duration.ofSeconds(second));
  }

  @Test
  void aFrameIsReleasedWhenLaterFramesShowThatItsPartnerIsMissing() {
    publish(Side.REFERENCE, 1, 0);
    publish(Side.REFERENCE, 2, 20);

    Outcome outcome = rig.outcomes().get(0);
    assertThat(outcome.getKind()).isEqualTo(OutcomeKind.UNMATCHED);
    assertThat(outcome.getFrameNumber()).isEqualTo(1);
    assertThat(outcome.getSide()).isEqualTo(FrameSide.REFERENCE);
    assertThat(outcome.getReason()).contains("processed").contains("10000 ms");
  }

  @Test
  void aFrameIsNotReleasedWhileItsPartnerMayLieUnreadOnTheOtherTopic() {
    rig.backlogIs(true);
    publish(Side.REFERENCE, 1, 0);
    publish(Side.REFERENCE, 2, 20);
    publish(Side.PROCESSED, 1, 0);

    assertThat(rig.kinds()).containsExactly(OutcomeKind.SCORED);
  }

  @Test
  void aFrameIsReleasedWhenTheOtherSideHasPassedItWhateverStillLiesOnTheTopics() {
    rig.backlogIs(true);
    publish(Side.REFERENCE, 1, 0);
    publish(Side.PROCESSED, 2, 20);
    publish(Side.REFERENCE, 2, 20);

    assertThat(rig.kinds()).contains(OutcomeKind.UNMATCHED, OutcomeKind.SCORED);
  }

  @Test
  void aFrameIsNotReleasedBeforeItsTime() {
    publish(Side.REFERENCE, 1, 0);
    publish(Side.REFERENCE, 2, 9);
    publish(Side.PROCESSED, 1, 9);

    assertThat(rig.kinds()).containsExactly(OutcomeKind.SCORED);
  }

  @Test
  void theLastFramesAreReleasedByTheWallClock() {
    publish(Side.REFERENCE, 1, 0);
    publish(Side.PROCESSED, 2, 0);
    rig.driver.advanceWallClockTime(Duration.ofSeconds(11));

    assertThat(rig.kinds()).containsExactly(OutcomeKind.UNMATCHED, OutcomeKind.UNMATCHED);
  }

  @Test
  void theWallClockReleasesNothingWhileTheTopicsHaveABacklog() {
    publish(Side.REFERENCE, 1, 0);
    rig.backlogIs(true);
    rig.driver.advanceWallClockTime(Duration.ofSeconds(60));
    assertThat(rig.outcomes()).isEmpty();

    rig.backlogIs(false);
    rig.driver.advanceWallClockTime(Duration.ofSeconds(1));
    assertThat(rig.kinds()).containsExactly(OutcomeKind.UNMATCHED);
  }

  @Test
  void theWallClockCountsFromTheLastFrame() {
    publish(Side.REFERENCE, 1, 0);
    rig.driver.advanceWallClockTime(Duration.ofSeconds(8));
    publish(Side.REFERENCE, 2, 8);
    rig.driver.advanceWallClockTime(Duration.ofSeconds(8));

    assertThat(rig.outcomes()).isEmpty();
  }

  @Test
  void thePartnerOfAReleasedFrameIsADuplicateThatSaysWhy() {
    publish(Side.REFERENCE, 1, 0);
    rig.driver.advanceWallClockTime(Duration.ofSeconds(11));
    publish(Side.PROCESSED, 1, 11);

    assertThat(rig.outcomes())
        .last()
        .satisfies(
            late -> {
              assertThat(late.getKind()).isEqualTo(OutcomeKind.DUPLICATE);
              assertThat(late.getReason()).contains("UNMATCHED");
            });
    assertThat(rig.scores()).isEmpty();
  }

  @Test
  void aFrameWaitsExactlyAsLongAsItWasTold() {
    publish(Side.REFERENCE, 1, 0);
    publish(Side.REFERENCE, 2, 1);
    publish(Side.REFERENCE, 3, 10);

    assertThat(rig.outcomes()).extracting(Outcome::getFrameNumber).containsExactly(1L);
  }

  @Test
  void theOldestFramesAreReleasedFirstWhateverTheirNumbers() {
    publish(Side.REFERENCE, 9, 0);
    publish(Side.PROCESSED, 5, 1);
    publish(Side.REFERENCE, 100, 2);
    publish(Side.PROCESSED, 1, 3);
    rig.driver.advanceWallClockTime(Duration.ofSeconds(11));

    assertThat(rig.outcomes())
        .extracting(Outcome::getFrameNumber)
        .containsExactly(9L, 5L, 100L, 1L);
  }

  @Test
  void aFrameThatIsReleasedLeavesTheMemoryAndKeepsItsIdentity() {
    FrameIdentity identity = new FrameIdentity("hall", "encoder", "3.1", -4, 987_654_321);
    rig.publish(Side.PROCESSED, identity, TestFrames.grey(1), Duration.ZERO);
    rig.driver.advanceWallClockTime(Duration.ofSeconds(11));

    Outcome outcome = rig.outcomes().get(0);
    assertThat(outcome.getStream()).isEqualTo("hall");
    assertThat(outcome.getStage()).isEqualTo("encoder");
    assertThat(outcome.getBuild()).isEqualTo("3.1");
    assertThat(outcome.getFrameNumber()).isEqualTo(-4);
    assertThat(outcome.getCaptureTimeUs()).isEqualTo(987_654_321);
    assertThat(rig.registry.get(MetricNames.CACHE_BYTES).gauge().value()).isZero();
  }

  @Test
  void aClockThatIsAheadDoesNotReleaseTheFramesOfOthers() {
    Duration now = Duration.between(TopologyRig.START, Instant.now());
    FrameIdentity ahead = TestFrames.identity("ahead", 1);
    rig.publish(Side.REFERENCE, 1, TestFrames.grey(1), now);
    rig.publish(Side.REFERENCE, ahead, TestFrames.grey(1), Duration.ofDays(1000));
    rig.publish(Side.PROCESSED, 1, TestFrames.grey(1), now);

    assertThat(rig.kinds()).containsExactly(OutcomeKind.SCORED);
  }
}
