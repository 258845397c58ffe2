package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonitorConfigTest {
  private static final MonitorConfig.Builder BUILDER =
      MonitorConfig.builder("broker:9092", Path.of("state"));

  @ParameterizedTest
  @EnumSource
  void everyOptionHasADefaultWithinItsRangeAndSaysWhatItDoes(MonitorOption option) {
    assertThat(option.defaultValue()).isBetween(option.minimum(), option.maximum());
    assertThat(BUILDER.build().get(option)).isEqualTo(option.defaultValue());
    assertThat(option.help()).endsWith(".");
    assertThat(option.unit()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void everyOptionRefusesWhatLiesOutsideItsRange(MonitorOption option) {
    assertThatThrownBy(() -> option.checked(option.minimum() - 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(option.id());
    assertThatThrownBy(() -> option.checked(option.maximum() + 1)).isInstanceOf(UserError.class);
  }

  @Test
  void noTwoOptionsHaveTheSameName() {
    assertThat(Arrays.stream(MonitorOption.values()).map(MonitorOption::id))
        .doesNotHaveDuplicates();
  }

  @Test
  void aCopyKeepsEverythingThatIsNotChanged() {
    MonitorConfig config =
        MonitorConfig.builder("broker:9092", Path.of("state"))
            .topicPrefix("lab")
            .mode(Mode.LIVE)
            .kafkaProperty("security.protocol", "SSL")
            .set(MonitorOption.UNMATCHED_AFTER, 2_000)
            .build();

    MonitorConfig copy = config.toBuilder().set(MonitorOption.THREADS, 3).build();

    assertThat(copy.topicPrefix()).isEqualTo("lab");
    assertThat(copy.mode()).isEqualTo(Mode.LIVE);
    assertThat(copy.kafkaProperties()).containsEntry("security.protocol", "SSL");
    assertThat(copy.unmatchedAfter()).isEqualTo(Duration.ofSeconds(2));
    assertThat(copy.threads()).isEqualTo(3);
    assertThat(config.threads()).isEqualTo(2);
  }

  @Test
  void securityPropertiesReachEveryClient() {
    MonitorConfig config =
        MonitorConfig.builder("broker:9092", Path.of("state"))
            .kafkaProperty(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "SSL")
            .build();

    assertThat(KafkaSettings.admin(config)).containsEntry("security.protocol", "SSL");
    assertThat(KafkaSettings.framePublisher(config)).containsEntry("security.protocol", "SSL");
    assertThat(KafkaSettings.resultReader(config)).containsEntry("security.protocol", "SSL");
    assertThat(KafkaSettings.positionReader(config)).containsEntry("security.protocol", "SSL");
    assertThat(StreamsSettings.of(config, "id")).containsEntry("security.protocol", "SSL");
  }

  @Test
  void allSizeLimitsFollowTheLargestFrame() {
    MonitorConfig config =
        MonitorConfig.builder("broker:9092", Path.of("state"))
            .set(MonitorOption.MAX_FRAME_BYTES, 32 << 20)
            .build();
    int limit = (32 << 20) + KafkaSettings.RECORD_OVERHEAD_BYTES;

    assertThat(KafkaSettings.framePublisher(config))
        .containsEntry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, limit)
        .containsEntry(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * limit);
    assertThat(StreamsSettings.of(config, "id"))
        .containsEntry(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), limit)
        .containsEntry(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), "" + limit);
  }

  @Test
  void theSettingsOfStreamsAreThoseOfExactlyOnceWithLittleInMemory() {
    assertThat(StreamsSettings.of(BUILDER.build(), "id"))
        .containsEntry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, "exactly_once_v2")
        .containsEntry(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100)
        .containsEntry(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 8)
        .containsEntry(
            StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), "id");
    new StreamsConfig(StreamsSettings.of(BUILDER.build(), "id"));
  }

  @ParameterizedTest
  @EnumSource
  void kafkaTakesTheSettingsOfEveryOptionAtBothEndsOfItsRange(MonitorOption option) {
    for (long value : new long[] {option.minimum(), option.maximum()}) {
      MonitorConfig config =
          MonitorConfig.builder("broker:9092", Path.of("state")).set(option, value).build();

      assertThat(config.get(option)).isEqualTo(value);
      new StreamsConfig(StreamsSettings.of(config, "id"));
      new AdminClientConfig(KafkaSettings.admin(config));
      Map<String, Object> publisher = KafkaSettings.framePublisher(config);
      publisher.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
      publisher.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
      new ProducerConfig(publisher);
    }
  }

  @Test
  void whatTheMonitorRestsOnCannotBeOverridden() {
    MonitorConfig config =
        MonitorConfig.builder("broker:9092", Path.of("state"))
            .kafkaProperty("bootstrap.servers", "elsewhere:1")
            .kafkaProperty("isolation.level", "read_uncommitted")
            .kafkaProperty("enable.auto.commit", "true")
            .kafkaProperty("processing.guarantee", "at_least_once")
            .kafkaProperty("max.request.size", "10")
            .build();

    assertThat(KafkaSettings.resultReader(config))
        .containsEntry("bootstrap.servers", "broker:9092")
        .containsEntry("isolation.level", "read_committed")
        .containsEntry("enable.auto.commit", false);
    assertThat(StreamsSettings.of(config, "id"))
        .containsEntry("processing.guarantee", "exactly_once_v2");
    assertThat((Integer) KafkaSettings.framePublisher(config).get("max.request.size"))
        .isGreaterThan(config.maxFrameBytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "a/b", "stra\u00dfe", "a\n", "#"})
  void aPrefixThatKafkaDoesNotAllowIsRefused(String prefix) {
    assertThatThrownBy(() -> BUILDER.topicPrefix(prefix))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'" + prefix + "'");
  }

  @Test
  void theLongestPrefixLeavesRoomForTheNamesOfAllTopics() {
    String longest = "p".repeat(150);
    MonitorConfig config =
        MonitorConfig.builder("broker:9092", Path.of("state")).topicPrefix(longest).build();

    Topic.validate(new Topics(config.topicPrefix()).frames(Side.REFERENCE));
    Topic.validate(config.applicationId() + "-settled-changelog");
    assertThatThrownBy(() -> BUILDER.topicPrefix(longest + "p")).isInstanceOf(UserError.class);
  }

  @Test
  void aMonitorKeepsItsIdentityOnItsStateDirectory(@TempDir Path directory) {
    Path state = directory.resolve("a/b");

    assertThat(InstanceId.in(state)).isEqualTo(InstanceId.in(state));
    assertThat(InstanceId.in(directory.resolve("c"))).isNotEqualTo(InstanceId.in(state));
  }

  @Test
  void anIdentityThatCannotBeFinishedIsNotBegun(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("instance-id");
    Files.createDirectories(WholeFile.unfinished(file).resolve("in the way"));

    assertThatThrownBy(() -> InstanceId.in(directory)).isInstanceOf(UserError.class);

    assertThat(file).doesNotExist();
  }

  @Test
  void aDamagedIdentityIsNamed(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("instance-id"), "nonsense");

    assertThatThrownBy(() -> InstanceId.in(directory))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(file.toString());
  }
}
