package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.schemas.FrameSide;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Rig.Extension.class)
class EndToEndTest {
  @Test
  void sixtyPairsComeBackScoredWithTheirMaps(Rig rig) {
    MonitorConfig config = rig.config().build();
    try (FramePublisher publisher = new FramePublisher(config);
        Monitor monitor = Rig.start(config);
        Outcomes results = new Outcomes(config)) {
      for (int i = 0; i < 60; i++) {
        publisher.publish(Side.REFERENCE, TestFrames.identity(i), TestFrames.grey(100));
        publisher.publish(Side.PROCESSED, TestFrames.identity(i), TestFrames.grey(100 + i));
      }
      publisher.flush();
      results.untilSettled(60);

      assertThat(results.outcomes).extracting(Outcome::getKind).containsOnly(OutcomeKind.SCORED);
      assertThat(results.settledNumbers()).isEqualTo(Rig.numbers(0, 60));
      assertThat(results.scoredNumbers()).isEqualTo(Rig.numbers(0, 60));
      assertThat(results.maps).hasSize(60);
      assertThat(results.scores)
          .allSatisfy(
              score ->
                  assertThat(score.getIntensities().get(DistortionType.EXPOSURE.ordinal()))
                      .isCloseTo(score.getFrameNumber() / 255f, within(1e-5f)));
    }
  }

  @Test
  void theLastFramesWithoutPartnerAreReleasedWhenNothingComesAnyMore(Rig rig) {
    MonitorConfig config = rig.config().set(MonitorOption.UNMATCHED_AFTER, 500).build();
    try (FramePublisher publisher = new FramePublisher(config);
        Monitor monitor = Rig.start(config);
        Outcomes results = new Outcomes(config)) {
      Rig.publish(publisher, Side.REFERENCE, 0, 10);

      results.untilSettled(10);
      assertThat(results.outcomes)
          .hasSize(10)
          .allSatisfy(
              outcome -> {
                assertThat(outcome.getKind()).isEqualTo(OutcomeKind.UNMATCHED);
                assertThat(outcome.getSide()).isEqualTo(FrameSide.REFERENCE);
              });
    }
  }

  @Test
  void payloadsThatRetentionTookMakeTheirPairsLostAndTheOthersAreReadAgain(Rig rig)
      throws Exception {
    MonitorConfig config =
        rig.config().set(MonitorOption.PAYLOAD_CACHE, 0).set(MonitorOption.PARTITIONS, 1).build();
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    try (FramePublisher publisher = new FramePublisher(config);
        Monitor monitor = Rig.start(config, registry);
        Outcomes results = new Outcomes(config)) {
      Rig.publish(publisher, Side.REFERENCE, 0, 6);
      publisher.publish(Side.REFERENCE, TestFrames.identity("other", 0), TestFrames.grey(1));
      publisher.publish(Side.PROCESSED, TestFrames.identity("other", 0), TestFrames.grey(1));
      publisher.flush();
      results.until(() -> results.outcomes.size() == 1);
      deleteBefore(config, new Topics(config.topicPrefix()).frames(Side.REFERENCE), 3);
      Rig.publish(publisher, Side.PROCESSED, 0, 6);

      results.until(() -> results.outcomes.size() == 7);
      assertThat(results.outcomes)
          .filteredOn(outcome -> outcome.getKind() == OutcomeKind.LOST)
          .extracting(Outcome::getFrameNumber)
          .containsExactly(0L, 1L, 2L);
      assertThat(registry.counter(MetricNames.REREADS).count()).isEqualTo(7);
    }
  }

  private static void deleteBefore(MonitorConfig config, String topic, long offset)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(KafkaSettings.admin(config))) {
      admin
          .deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(offset)))
          .all()
          .get();
    }
  }

  @Test
  void aReaderMayStartAtTheEndOrAtATime(Rig rig) {
    MonitorConfig config = rig.config().build();
    try (FramePublisher publisher = new FramePublisher(config);
        Monitor monitor = Rig.start(config);
        Outcomes all = new Outcomes(config)) {
      Rig.publishPairs(publisher, 0, 4);
      all.untilSettled(4);
      Instant between = Instant.now();
      try (Outcomes later = new Outcomes(ResultReader.fromEnd(config));
          Outcomes since = new Outcomes(ResultReader.since(config, between))) {
        Rig.publishPairs(publisher, 4, 8);

        assertThat(later.untilSettled(4).settledNumbers()).isEqualTo(Rig.numbers(4, 8));
        assertThat(since.untilSettled(4).settledNumbers()).isEqualTo(Rig.numbers(4, 8));
      }
    }
  }
}
