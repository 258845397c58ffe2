package dev.pixelwatch.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.schemas.Frame;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Rig.Extension.class)
class LogReaderTest {
  private MonitorConfig config;
  private LogReader reader;
  private TopicPartition partition;

  @BeforeEach
  void open(Rig rig) {
    config = rig.config().set(MonitorOption.PARTITIONS, 1).build();
    Topics.ensure(config);
    partition = new TopicPartition(new Topics(config.topicPrefix()).frames(Side.REFERENCE), 0);
    reader = new LogReader(config);
  }

  @AfterEach
  void close() {
    reader.close();
  }

  @Test
  void aFrameIsReadAgainFromItsPlaceInAnyOrder() {
    try (FramePublisher publisher = new FramePublisher(config)) {
      Rig.publish(publisher, Side.REFERENCE, 100, 105);
    }

    assertThat(reader.read(partition, 3).map(Frame::getFrameNumber)).contains(103L);
    assertThat(reader.read(partition, 0).map(Frame::getFrameNumber)).contains(100L);
    assertThat(reader.read(partition, 4).map(Frame::getFrameNumber)).contains(104L);
  }

  @Test
  void whatIsNotThereIsNotRead() {
    publishInTransaction("garbage");

    assertThat(reader.read(partition, 0)).as("undecodable").isEmpty();
    assertThat(reader.read(partition, 1)).as("marker of a transaction").isEmpty();
    assertThat(reader.read(partition, 99)).as("beyond the end").isEmpty();
  }

  @Test
  void anEmptyTopicHasNoBacklog() {
    assertThat(reader.isIn(Set.of(partition))).isFalse();
  }

  @Test
  void recordsThatWereNeverCommittedAreABacklog() {
    publishInTransaction("one");

    assertThat(reader.isIn(Set.of(partition))).isTrue();
  }

  @Test
  void aRecordBehindTheCommittedOffsetIsABacklog() {
    publishInTransaction("one");
    commit(1);
    publishInTransaction("two");

    assertThat(reader.isIn(Set.of(partition))).isTrue();
  }

  @Test
  void theMarkerOfATransactionIsNoBacklog() {
    publishInTransaction("one");
    commit(1);

    assertThat(reader.isIn(Set.of(partition))).isFalse();
  }

  private void publishInTransaction(String value) {
    Map<String, Object> settings = new HashMap<>(KafkaSettings.framePublisher(config));
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, config.topicPrefix());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(partition.topic(), value.getBytes(UTF_8)));
      producer.commitTransaction();
    }
  }

  private void commit(long offset) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            KafkaSettings.positionReader(config),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.commitSync(Map.of(partition, new OffsetAndMetadata(offset)));
    }
  }
}
