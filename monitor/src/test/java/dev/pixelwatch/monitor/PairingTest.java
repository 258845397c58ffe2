package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.schemas.CodeRange;
import dev.pixelwatch.schemas.DistortionMap;
import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.FrameSide;
import dev.pixelwatch.schemas.MatrixCoefficients;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.PixelFormat;
import dev.pixelwatch.schemas.Records;
import dev.pixelwatch.schemas.Score;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingTest {
  private static final Duration NOW = Duration.ZERO;
  private static final Assessor LUMA = LumaDifferenceNetwork::assess;

  @TempDir private Path directory;

  @Test
  void aPairIsScoredWhenTheReferenceComesFirst() {
    try (TopologyRig rig = new TopologyRig(directory, LUMA)) {
      rig.publish(Side.REFERENCE, 5, TestFrames.grey(100), NOW);
      rig.publish(Side.PROCESSED, 5, TestFrames.grey(151), NOW);

      Score score = rig.scores().get(0);
      assertThat(score.getScore()).isCloseTo(-20, within(1e-6));
      assertThat(score.getIntensities().get(DistortionType.EXPOSURE.ordinal()))
          .isCloseTo(0.2f, within(1e-5f));
      assertThat(score.getModelName()).isEqualTo("luma-difference");
      assertThat(rig.kinds()).containsExactly(OutcomeKind.SCORED);
    }
  }

  @Test
  void theReferenceStaysTheReferenceWhenItComesSecond() {
    try (TopologyRig rig = new TopologyRig(directory, LUMA)) {
      rig.publish(Side.PROCESSED, 5, TestFrames.grey(151), NOW);
      rig.publish(Side.REFERENCE, 5, TestFrames.grey(100), NOW);

      assertThat(rig.scores().get(0).getIntensities().get(DistortionType.EXPOSURE.ordinal()))
          .isCloseTo(0.2f, within(1e-5f));
    }
  }

  @Test
  void theMapOfAPairIsPublished() {
    try (TopologyRig rig = new TopologyRig(directory, LUMA)) {
      rig.publishPair(0, NOW);

      DistortionMap map = Records.MAP.decode(rig.read(rig.topics.maps()).get(0));
      assertThat(map.getRows()).isEqualTo(2);
      assertThat(map.getColumns()).isEqualTo(3);
      assertThat(map.getTypes()).hasSize(DistortionType.COUNT);
    }
  }

  @Test
  void theListenerHearsOfScoredPairsOnly() {
    try (TopologyRig rig = new TopologyRig(directory, LUMA)) {
      rig.publishPair(3, NOW);
      rig.publish(Side.REFERENCE, 4, TestFrames.grey(100), NOW);

      assertThat(rig.heard).containsExactly(3L);
    }
  }

  @Test
  void framesOfDifferentStreamsAreNoPair() {
    try (TopologyRig rig = new TopologyRig(directory, LUMA)) {
      rig.publish(Side.REFERENCE, TestFrames.identity("left", 1), TestFrames.grey(1), NOW);
      rig.publish(Side.PROCESSED, TestFrames.identity("right", 1), TestFrames.grey(1), NOW);

      assertThat(rig.outcomes()).isEmpty();
    }
  }

  @Test
  void resultsTellTheBuildOfTheProcessedFrame() {
    try (TopologyRig rig = new TopologyRig(directory, LUMA)) {
      FrameIdentity reference = new FrameIdentity("camera", "source", "-", 1, 0);
      rig.publish(Side.PROCESSED, TestFrames.identity(1), TestFrames.grey(1), NOW);
      rig.publish(Side.REFERENCE, reference, TestFrames.grey(1), NOW);

      assertThat(rig.outcomes()).extracting(Outcome::getBuild).containsExactly("7");
    }
  }

  @Test
  void aSecondFrameOfTheSideThatWaitsIsADuplicateAndTheFirstIsScored() {
    try (TopologyRig rig = new TopologyRig(directory, LUMA)) {
      rig.publish(Side.REFERENCE, 5, TestFrames.grey(100), NOW);
      rig.publish(Side.REFERENCE, 5, TestFrames.grey(0), NOW);
      rig.publish(Side.PROCESSED, 5, TestFrames.grey(100), NOW);

      assertThat(rig.kinds()).containsExactly(OutcomeKind.DUPLICATE, OutcomeKind.SCORED);
      assertThat(rig.scores().get(0).getScore()).isZero();
    }
  }

  @Test
  void aFrameOfEitherSideThatComesAfterItsPairWasScoredIsADuplicate() {
    try (TopologyRig rig = new TopologyRig(directory, LUMA)) {
      rig.publishPair(5, NOW);
      rig.outcomes();
      rig.publishPair(5, NOW);

      List<Outcome> again = rig.outcomes();
      assertThat(again).extracting(Outcome::getKind).containsOnly(OutcomeKind.DUPLICATE);
      assertThat(again)
          .extracting(Outcome::getSide)
          .containsExactly(FrameSide.REFERENCE, FrameSide.PROCESSED);
      assertThat(again.get(0).getReason()).contains("SCORED");
      assertThat(rig.scores()).hasSize(1);
    }
  }

  @Test
  void aFrameNumberMayComeAgainAfterTheDuplicateWindow() {
    try (TopologyRig rig = new TopologyRig(directory, LUMA)) {
      rig.publishPair(5, NOW);
      rig.publishPair(5, Duration.ofMinutes(11));

      assertThat(rig.kinds()).containsExactly(OutcomeKind.SCORED, OutcomeKind.SCORED);
    }
  }

  @Test
  void anAssessorThatThrowsFailsItsPairOnly() {
    Assessor moody =
        (reference, processed) -> {
          if (processed.luma()[0] == 13) {
            throw new IllegalStateException("the network tripped");
          }
          return LumaDifferenceNetwork.assess(reference, processed);
        };
    try (TopologyRig rig = new TopologyRig(directory, moody)) {
      rig.publish(Side.REFERENCE, 1, TestFrames.grey(13), NOW);
      rig.publish(Side.PROCESSED, 1, TestFrames.grey(13), NOW);
      rig.publishPair(2, NOW);

      List<Outcome> outcomes = rig.outcomes();
      assertThat(outcomes)
          .extracting(Outcome::getKind)
          .containsExactly(OutcomeKind.FAILED, OutcomeKind.SCORED);
      assertThat(outcomes.get(0).getReason()).isEqualTo("the network tripped");
    }
  }

  @Test
  void framesOfDifferentSizesFailWithBothSizesNamed() {
    try (TopologyRig rig = new TopologyRig(directory, LUMA)) {
      rig.publish(Side.REFERENCE, 1, TestFrames.grey(1, 64, 48), NOW);
      rig.publish(Side.PROCESSED, 1, TestFrames.grey(1, 32, 24), NOW);

      Outcome outcome = rig.outcomes().get(0);
      assertThat(outcome.getKind()).isEqualTo(OutcomeKind.FAILED);
      assertThat(outcome.getReason()).contains("64 x 48").contains("32 x 24");
    }
  }

  @Test
  void aPayloadOfTheWrongLengthFailsItsPair() {
    try (TopologyRig rig = new TopologyRig(directory, LUMA)) {
      rig.publish(Side.REFERENCE, 0, TestFrames.grey(1, 64, 48), NOW);
      rig.publish(Side.PROCESSED, frameOfTenBytes(), NOW);

      Outcome outcome = rig.outcomes().get(0);
      assertThat(outcome.getKind()).isEqualTo(OutcomeKind.FAILED);
      assertThat(outcome.getReason()).contains("10 bytes").contains("4608");
    }
  }

  private static Frame frameOfTenBytes() {
    return new Frame(
        "camera",
        "isp",
        "7",
        0L,
        0L,
        64,
        48,
        PixelFormat.I420,
        MatrixCoefficients.BT709,
        CodeRange.LIMITED,
        ByteBuffer.allocate(10));
  }

  @Test
  void aPayloadThatTheCacheForgotIsReadAgain() {
    MonitorConfig config =
        TopologyRig.configIn(directory).set(MonitorOption.PAYLOAD_CACHE, 0).build();
    try (TopologyRig rig = new TopologyRig(config, LUMA)) {
      rig.publish(Side.REFERENCE, 1, TestFrames.grey(100), NOW);
      rig.publish(Side.REFERENCE, 2, TestFrames.grey(151), NOW);
      rig.publish(Side.PROCESSED, 2, TestFrames.grey(151), NOW);

      assertThat(rig.scores().get(0).getScore()).isZero();
      assertThat(rig.rereads).hasSize(1);
      assertThat(rig.registry.counter(MetricNames.REREADS).count()).isEqualTo(1);
    }
  }

  @Test
  void aPairWhosePayloadRetentionTookIsLost() {
    MonitorConfig config =
        TopologyRig.configIn(directory).set(MonitorOption.PAYLOAD_CACHE, 0).build();
    try (TopologyRig rig = new TopologyRig(config, LUMA)) {
      rig.publish(Side.REFERENCE, 1, TestFrames.grey(100), NOW);
      rig.retentionTakesAll();
      rig.publish(Side.PROCESSED, 1, TestFrames.grey(100), NOW);

      Outcome outcome = rig.outcomes().get(0);
      assertThat(outcome.getKind()).isEqualTo(OutcomeKind.LOST);
      assertThat(outcome.getSide()).isEqualTo(FrameSide.REFERENCE);
    }
  }

  @Test
  void outcomesAreCountedByKindStreamStageAndBuild() {
    try (TopologyRig rig = new TopologyRig(directory, LUMA)) {
      rig.publishPair(1, NOW);
      rig.publishPair(2, NOW);

      assertThat(
              rig.registry
                  .get(MetricNames.FRAMES)
                  .tags("outcome", "scored", "stream", "camera", "stage", "isp", "build", "7")
                  .counter()
                  .count())
          .isEqualTo(2);
      assertThat(rig.registry.get(MetricNames.INFERENCE).timer().count()).isEqualTo(2);
      assertThat(rig.registry.get(MetricNames.CACHE_BYTES).gauge().value()).isZero();
    }
  }

  @Test
  void streamsWhoseNamesEndLikeFrameNumbersAreKeptApart() {
    try (TopologyRig rig = new TopologyRig(directory, LUMA)) {
      rig.publish(Side.REFERENCE, TestFrames.identity("a1", 2), TestFrames.grey(1), NOW);
      rig.publish(Side.REFERENCE, TestFrames.identity("a/1", 2), TestFrames.grey(1), NOW);
      rig.publish(Side.PROCESSED, TestFrames.identity("a", 12), TestFrames.grey(1), NOW);
      rig.publish(Side.PROCESSED, TestFrames.identity("A1", 2), TestFrames.grey(1), NOW);
      rig.publish(Side.PROCESSED, TestFrames.identity("a/", 12), TestFrames.grey(1), NOW);
      assertThat(rig.outcomes()).isEmpty();

      rig.publish(Side.PROCESSED, TestFrames.identity("a/1", 2), TestFrames.grey(1), NOW);
      assertThat(rig.outcomes()).extracting(Outcome::getStream).containsExactly("a/1");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE})
  void anyFrameNumberIsPaired(long number) {
    try (TopologyRig rig = new TopologyRig(directory, LUMA)) {
      rig.publishPair(number, NOW);

      assertThat(rig.scores()).extracting(Score::getFrameNumber).containsExactly(number);
    }
  }

  @Test
  void onlyWhatTheCacheForgotIsLostWhenRetentionTakesTheRest() {
    int bytes = TestFrames.WIDTH * TestFrames.HEIGHT * 3 / 2;
    MonitorConfig config =
        TopologyRig.configIn(directory).set(MonitorOption.PAYLOAD_CACHE, 3 * bytes).build();
    try (TopologyRig rig = new TopologyRig(config, LUMA)) {
      for (int i = 0; i < 8; i++) {
        rig.publish(Side.PROCESSED, i, TestFrames.grey(1), NOW);
      }
      rig.retentionTakesAll();
      for (int i = 0; i < 8; i++) {
        rig.publish(Side.REFERENCE, i, TestFrames.grey(1), NOW);
      }

      List<OutcomeKind> kinds = rig.kinds();
      assertThat(kinds.subList(0, 5)).containsOnly(OutcomeKind.LOST);
      assertThat(kinds.subList(5, 8)).containsOnly(OutcomeKind.SCORED);
    }
  }
}
