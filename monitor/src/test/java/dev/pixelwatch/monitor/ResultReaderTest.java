package dev.pixelwatch.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.Records;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Rig.Extension.class)
class ResultReaderTest {
  private static byte[] outcome(long frameNumber) {
    return Records.OUTCOME.encode(
        new Outcome("camera", "isp", "7", frameNumber, 0L, OutcomeKind.SCORED, "", 1, null));
  }

  @Test
  void aRecordThatCannotBeDecodedIsLeftOut(Rig rig) {
    MonitorConfig config = rig.config().build();
    try (Outcomes results = new Outcomes(config);
        KafkaProducer<byte[], byte[]> producer = producer(config, false)) {
      String topic = new Topics(config.topicPrefix()).outcomes();
      producer.send(new ProducerRecord<>(topic, 0, null, "garbage".getBytes(UTF_8)));
      producer.send(new ProducerRecord<>(topic, 0, null, outcome(5)));
      producer.flush();

      assertThat(results.untilSettled(1).settledNumbers()).containsExactly(5L);
    }
  }

  @Test
  void resultsOfATransactionThatWasAbortedAreNotSeen(Rig rig) {
    MonitorConfig config = rig.config().build();
    try (Outcomes results = new Outcomes(config);
        KafkaProducer<byte[], byte[]> producer = producer(config, true)) {
      String topic = new Topics(config.topicPrefix()).outcomes();
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topic, 0, null, outcome(1)));
      producer.flush();
      producer.abortTransaction();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topic, 0, null, outcome(2)));
      producer.commitTransaction();

      assertThat(results.untilSettled(1).settledNumbers()).containsExactly(2L);
    }
  }

  private static KafkaProducer<byte[], byte[]> producer(
      MonitorConfig config, boolean transactional) {
    Map<String, Object> settings = new HashMap<>(KafkaSettings.framePublisher(config));
    if (transactional) {
      settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, config.topicPrefix());
    }
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
