package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.schemas.Records;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What lies on the frame topics afterwards; other publishers and readers count on it. */
@ExtendWith(Rig.Extension.class)
class FramePublisherTest {
  @Test
  void bothFramesOfAPairLieInThePartitionOfTheRuleAndInOrder(Rig rig) {
    MonitorConfig config = rig.config().set(MonitorOption.FRAMES_PER_BLOCK, 3).build();
    try (FramePublisher publisher = new FramePublisher(config)) {
      Rig.publishPairs(publisher, 0, 20);
    }

    for (Side side : Side.values()) {
      List<ConsumerRecord<byte[], byte[]>> records = onTopic(config, side, 20);
      assertThat(records)
          .allSatisfy(
              r ->
                  assertThat(r.partition())
                      .isEqualTo(FramePartition.of("camera", number(r), 3, 2)));
      Map<Integer, List<Long>> numbers =
          records.stream()
              .collect(
                  Collectors.groupingBy(
                      ConsumerRecord::partition,
                      Collectors.mapping(FramePublisherTest::number, Collectors.toList())));
      assertThat(numbers).hasSize(2);
      assertThat(numbers.values()).allSatisfy(list -> assertThat(list).isSorted());
    }
  }

  @Test
  void aFrameCarriesItsStreamAsKeyTheTimeItWasToldAndItsSamples(Rig rig) {
    MonitorConfig config = rig.config().build();
    FrameIdentity identity = TestFrames.identity("stra\u00dfe/\ud83c\udfa5", -3);
    try (FramePublisher publisher = new FramePublisher(config)) {
      publisher.publish(Side.PROCESSED, identity, TestFrames.grey(77), 1_234_567_890_123L);
    }

    ConsumerRecord<byte[], byte[]> record = onTopic(config, Side.PROCESSED, 1).get(0);

    assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(identity.stream());
    assertThat(record.timestamp()).isEqualTo(1_234_567_890_123L);
    assertThat(Records.FRAME.decode(record.value()))
        .isEqualTo(Pictures.toFrame(identity, TestFrames.grey(77)));
  }

  private static long number(ConsumerRecord<byte[], byte[]> record) {
    return Records.FRAME.decode(record.value()).getFrameNumber();
  }

  private static List<ConsumerRecord<byte[], byte[]>> onTopic(
      MonitorConfig config, Side side, int expected) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    String topic = new Topics(config.topicPrefix()).frames(side);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            KafkaSettings.resultReader(config),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1)));
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .pollInSameThread()
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                return records.size() >= expected;
              });
    }
    assertThat(records).hasSize(expected);
    return records;
  }
}
