package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.UserError;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Rig.Extension.class)
class BadInputTest {
  @Test
  void anUnreachableBrokerIsNamedWithItsAddress(@TempDir Path directory) {
    String nobody = "127.0.0.1:" + LocalPorts.choose(0);
    MonitorConfig config = MonitorConfig.builder(nobody, directory).build();

    assertThatThrownBy(() -> new FramePublisher(config))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(nobody);
  }

  @Test
  void anAddressThatIsNoneIsRefused(@TempDir Path directory) {
    MonitorConfig config = MonitorConfig.builder("not an address", directory).build();

    assertThatThrownBy(() -> ResultReader.fromBeginning(config))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("not an address");
  }

  @Test
  void whereNobodyCanBeAskedTheDetectorsHaveNotSeenAll(@TempDir Path directory) {
    MonitorConfig config = MonitorConfig.builder("not an address", directory).build();
    try (Monitor monitor =
        new Monitor(config, new LumaDifferenceNetwork(), new SimpleMeterRegistry())) {
      assertThat(monitor.hasLookedAtAll()).isFalse();
    }
  }

  @Test
  void aFrameOverTheLimitIsRefusedBeforeItIsSentAndTheNextOneGoesThrough(Rig rig) {
    MonitorConfig config = rig.config().set(MonitorOption.MAX_FRAME_BYTES, 3_000).build();
    try (FramePublisher publisher = new FramePublisher(config);
        Monitor monitor = Rig.start(config);
        Outcomes results = new Outcomes(config)) {
      assertThatThrownBy(
              () ->
                  publisher.publish(
                      Side.REFERENCE, TestFrames.identity(0), TestFrames.grey(1, 64, 48)))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("reference frame 0 of stream camera")
          .hasMessageContaining("3000");

      Rig.publishPairs(publisher, 1, 2);
      assertThat(results.untilSettled(1).scoredNumbers()).containsExactly(1L);
    }
  }

  @Test
  void aBrokerThatGoesAwayWhilePublishingIsReported(@TempDir Path directory) {
    EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"));
    MonitorConfig config =
        MonitorConfig.builder(broker.bootstrapServers(), directory.resolve("state"))
            .kafkaProperty("delivery.timeout.ms", "2000")
            .kafkaProperty("request.timeout.ms", "1000")
            .kafkaProperty("max.block.ms", "2000")
            .build();
    FramePublisher publisher = new FramePublisher(config);
    broker.close();
    publisher.publish(Side.REFERENCE, TestFrames.identity(0), TestFrames.grey(1));

    assertThatThrownBy(publisher::flush)
        .isInstanceOf(UserError.class)
        .hasMessageContaining(config.bootstrapServers());
    assertThatThrownBy(publisher::close).isInstanceOf(UserError.class);
  }

  @Test
  void topicsWithDifferentNumbersOfPartitionsAreRefused(Rig rig) throws Exception {
    MonitorConfig config = rig.config().build();
    try (Admin admin = Admin.create(KafkaSettings.admin(config))) {
      String reference = new Topics(config.topicPrefix()).frames(Side.REFERENCE);
      admin
          .createTopics(List.of(new NewTopic(reference, Optional.of(3), Optional.empty())))
          .all()
          .get();
    }

    assertThatThrownBy(() -> Topics.ensure(config))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("3 partitions")
        .hasMessageContaining("has 2");
  }

  @Test
  void topicsWithALowerLimitAreRefused(Rig rig) {
    MonitorConfig low = rig.config().set(MonitorOption.MAX_FRAME_BYTES, 100_000).build();
    Topics.ensure(low);
    MonitorConfig high = low.toBuilder().set(MonitorOption.MAX_FRAME_BYTES, 200_000).build();

    assertThatThrownBy(() -> Topics.ensure(high))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("200000");
  }

  @Test
  void aStateDirectoryInUseIsRefused(Rig rig) {
    MonitorConfig config = rig.config().build();
    try (Monitor first = Rig.start(config);
        Monitor second =
            new Monitor(config, new LumaDifferenceNetwork(), new SimpleMeterRegistry())) {
      assertThatThrownBy(second::start)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("cannot start");
      first.check();
    }
  }

  @Test
  void aStateDirectoryThatCannotBeMadeIsRefused(Rig rig, @TempDir Path directory)
      throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    MonitorConfig config =
        MonitorConfig.builder(rig.config().build().bootstrapServers(), file.resolve("state"))
            .topicPrefix("unwritable")
            .build();
    try (Monitor monitor =
        new Monitor(config, new LumaDifferenceNetwork(), new SimpleMeterRegistry())) {
      assertThatThrownBy(monitor::start)
          .isInstanceOf(UserError.class)
          .hasMessageContaining(file.resolve("state").toString());
    }
  }

  @Test
  void aMonitorThatWasNotStartedSaysSo(@TempDir Path directory) {
    MonitorConfig config = MonitorConfig.builder("127.0.0.1:1", directory).build();
    try (Monitor monitor =
        new Monitor(config, new LumaDifferenceNetwork(), new SimpleMeterRegistry())) {
      assertThatThrownBy(monitor::check)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("does not run");
    }
  }

  @Test
  void anOptionOutOfItsRangeIsRefusedWithTheRange(@TempDir Path directory) {
    MonitorConfig.Builder builder = MonitorConfig.builder("127.0.0.1:1", directory);

    assertThatThrownBy(() -> builder.set(MonitorOption.THREADS, 0))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error).hasMessageContaining("threads is 0");
              assertThat(error.hint()).contains("from 1 to 64");
            });
  }

  @Test
  void aTopicPrefixThatKafkaDoesNotAllowIsRefused(@TempDir Path directory) {
    assertThatThrownBy(
            () -> MonitorConfig.builder("127.0.0.1:1", directory).topicPrefix("two words"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'two words'");
  }
}
