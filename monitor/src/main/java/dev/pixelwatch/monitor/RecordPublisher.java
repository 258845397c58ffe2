package dev.pixelwatch.monitor;

import dev.pixelwatch.core.UserError;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes records as they are, each once and in order. Memory is bounded: when the broker is
 * slower than the caller, {@link #publish} waits. Safe for use by several threads.
 */
public final class RecordPublisher implements AutoCloseable {
  private static final long GRACE_MS = 1000;

  /** How long the end waits for a broker that does not answer, however patient the rest is. */
  private static final long END_MS = 30_000;

  private final MonitorConfig config;
  private final Producer<byte[], byte[]> producer;
  private final Deliveries deliveries;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /**
   * Connects, and creates topics that are missing.
   *
   * @throws UserError if the broker cannot be reached or its topics do not fit
   */
  public RecordPublisher(MonitorConfig config) {
    Topics.ensure(config);
    this.config = config;
    Map<String, Object> settings = KafkaSettings.framePublisher(config);
    String patience = settings.get(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG).toString();
    deliveries = new Deliveries(Math.min(Long.parseLong(patience), END_MS) + GRACE_MS);
    try {
      producer =
          new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    } catch (KafkaException e) {
      throw KafkaErrors.toUserError(config, "connecting the publisher", e);
    }
  }

  /**
   * How many partitions a topic has. However patient the publisher is, this is not: nothing can be
   * sent before it is known.
   *
   * @throws UserError if no broker answers within about ten seconds
   */
  public int partitions(String topic) {
    return Topics.partitions(config, topic);
  }

  /**
   * Sends a record. Returns when there is room for it in memory; an error on the way is thrown by a
   * later call.
   *
   * @param timestampMs milliseconds since 1970
   * @throws UserError if an earlier record could not be delivered
   */
  public void publish(String topic, int partition, long timestampMs, byte[] key, byte[] value) {
    throwFailure();
    deliveries.begin();
    try {
      producer.send(
          new ProducerRecord<>(topic, partition, timestampMs, key, value),
          (metadata, e) -> {
            failure.compareAndSet(null, e);
            deliveries.end();
          });
    } catch (KafkaException e) {
      deliveries.end();
      throw KafkaErrors.toUserError(config, "publishing", e);
    }
  }

  /**
   * Waits until every record has been delivered.
   *
   * @throws UserError if one could not be
   */
  public void flush() {
    if (!deliveries.await(failure)) {
      failure.compareAndSet(null, new TimeoutException("the broker does not answer"));
    }
    throwFailure();
  }

  /** For how long records have been under way and the broker has not answered. */
  Duration silence() {
    return deliveries.silence();
  }

  void throwFailure() {
    Exception e = failure.get();
    if (e != null) {
      throw KafkaErrors.toUserError(config, "publishing", e);
    }
  }

  /**
   * Delivers what is under way and disconnects.
   *
   * @throws UserError if a record could not be delivered
   */
  @Override
  public void close() {
    producer.close(failure.get() == null ? Duration.ofSeconds(30) : Duration.ZERO);
    throwFailure();
  }
}
