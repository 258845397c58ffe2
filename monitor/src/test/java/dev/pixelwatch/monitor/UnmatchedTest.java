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
  void aClockThatIsAheadDoesNotReleaseTheFramesOfOthers() {
    Duration now = Duration.between(TopologyRig.START, Instant.now());
    FrameIdentity ahead = TestFrames.identity("ahead", 1);
    rig.publish(Side.REFERENCE, 1, TestFrames.grey(1), now);
    rig.publish(Side.REFERENCE, ahead, TestFrames.grey(1), Duration.ofDays(1000));
    rig.publish(Side.PROCESSED, 1, TestFrames.grey(1), now);

    assertThat(rig.kinds()).containsExactly(OutcomeKind.SCORED);
  }
}
