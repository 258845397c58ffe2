package dev.pixelwatch.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.Records;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Rig.Extension.class)
class DeadLetterTest {
  private static final byte[] GARBAGE = "garbage".getBytes(UTF_8);

  @Test
  void undecodableRecordsGoToTheDeadLetterTopicAndTheStreamGoesOn(Rig rig) {
    MonitorConfig config = rig.config().build();
    try (FramePublisher publisher = new FramePublisher(config);
        Monitor monitor = Rig.start(config);
        Outcomes outcomes = new Outcomes(config)) {
      publishBytes(config, GARBAGE, 20);
      Rig.publishPairs(publisher, 0, 20);
      publishBytes(config, null, 1);
      publishBytes(config, frameWithoutStream(), 1);
      Rig.publishPairs(publisher, 20, 40);

      assertThat(outcomes.untilSettled(40).scoredNumbers()).isEqualTo(Rig.numbers(0, 40));
      List<byte[]> letters = deadLetters(config, 22);
      assertThat(letters).filteredOn(letter -> Arrays.equals(letter, GARBAGE)).hasSize(20);
      assertThat(letters).contains(null, frameWithoutStream());
      monitor.check();
    }
  }

  private static byte[] frameWithoutStream() {
    Frame frame = Pictures.toFrame(TestFrames.identity(1), TestFrames.grey(1));
    return Records.FRAME.encode(Frame.newBuilder(frame).setStream("").build());
  }

  private static void publishBytes(MonitorConfig config, byte[] value, int records) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            KafkaSettings.framePublisher(config),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      String topic = new Topics(config.topicPrefix()).frames(Side.PROCESSED);
      for (int i = 0; i < records; i++) {
        producer.send(new ProducerRecord<>(topic, i % 2, null, value));
      }
    }
  }

  private static List<byte[]> deadLetters(MonitorConfig config, int expected) {
    List<byte[]> letters = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            KafkaSettings.resultReader(config),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(
          List.of(new TopicPartition(new Topics(config.topicPrefix()).deadLetter(), 0)));
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .pollInSameThread()
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(100))
                    .forEach(record -> letters.add(record.value()));
                return letters.size() >= expected;
              });
    }
    return letters;
  }
}
