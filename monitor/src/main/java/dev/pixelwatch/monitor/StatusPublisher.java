package dev.pixelwatch.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pixelwatch.schemas.Records;
import dev.pixelwatch.schemas.StreamStatus;
import java.time.Duration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes how captures are doing. A status that cannot be delivered is logged and left out, since
 * the next one follows. Safe for use by several threads.
 */
public final class StatusPublisher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StatusPublisher.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String topic;
  private final Producer<byte[], byte[]> producer;

  /**
   * Connects, and creates topics that are missing.
   *
   * @throws dev.pixelwatch.core.UserError if the broker cannot be reached or its topics do not fit
   */
  public StatusPublisher(MonitorConfig config) {
    Topics.ensure(config);
    topic = new Topics(config.topicPrefix()).status();
    try {
      producer =
          new KafkaProducer<>(
              KafkaSettings.statusPublisher(config),
              new ByteArraySerializer(),
              new ByteArraySerializer());
    } catch (KafkaException e) {
      throw KafkaErrors.toUserError(config, "connecting the publisher of states", e);
    }
  }

  /** Sends a status and does not wait for its arrival. */
  public void publish(StreamStatus status) {
    byte[] key = status.getStream().getBytes(UTF_8);
    try {
      producer.send(
          new ProducerRecord<>(topic, key, Records.STATUS.encode(status)),
          (metadata, e) -> logFailure(e));
    } catch (KafkaException e) {
      logFailure(e);
    }
  }

  private static void logFailure(Exception e) {
    if (e != null) {
      LOG.warn("A status could not be published: {}", e.toString());
    }
  }

  @Override
  public void close() {
    producer.close(PATIENCE);
  }
}
