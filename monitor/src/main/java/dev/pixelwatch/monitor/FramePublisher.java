package dev.pixelwatch.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pixelwatch.core.Picture;
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
 * Publishes frames of either side. Memory is bounded: when the broker is slower than the caller,
 * {@link #publish} waits. Safe for use by several threads.
 */
public final class FramePublisher implements AutoCloseable {
  private static final long GRACE_MS = 1000;

  private final MonitorConfig config;
  private final Topics topics;
  private final Producer<byte[], byte[]> producer;
  private final int partitions;
  private final Deliveries deliveries;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /**
   * Connects, and creates topics that are missing.
   *
   * @throws UserError if the broker cannot be reached or its topics do not fit
   */
  public FramePublisher(MonitorConfig config) {
    Topics.ensure(config);
    this.config = config;
    topics = new Topics(config.topicPrefix());
    Map<String, Object> settings = KafkaSettings.framePublisher(config);
    String patience = settings.get(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG).toString();
    deliveries = new Deliveries(Long.parseLong(patience) + GRACE_MS);
    try {
      producer =
          new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
      partitions = producer.partitionsFor(topics.frames(Side.REFERENCE)).size();
    } catch (KafkaException e) {
      throw KafkaErrors.toUserError(config, "connecting the publisher", e);
    }
  }

  /**
   * Sends a frame, time-stamped with the wall clock. Returns when there is room for it in memory;
   * an error on the way is thrown by a later call.
   *
   * @throws UserError if the frame is larger than the limit, or if an earlier frame could not be
   *     delivered
   */
  public void publish(Side side, FrameIdentity identity, Picture picture) {
    publish(side, identity, picture, System.currentTimeMillis());
  }

  /**
   * As {@link #publish(Side, FrameIdentity, Picture)}, time-stamped as told: a frame that makes up
   * for one that a crash kept back carries the time of its partner, so that the frames that wait
   * beside it are not taken for unmatched.
   *
   * @param timestampMs milliseconds since 1970
   */
  public void publish(Side side, FrameIdentity identity, Picture picture, long timestampMs) {
    throwFailure();
    byte[] value = Pictures.encode(identity, picture);
    if (value.length > config.maxFrameBytes()) {
      throw new UserError(
          "%s frame %d of stream %s has %d bytes, and the limit is %d"
              .formatted(
                  side.id(),
                  identity.frameNumber(),
                  identity.stream(),
                  value.length,
                  config.maxFrameBytes()),
          "Raise max-frame-bytes, or send smaller frames.");
    }
    int partition =
        FramePartition.of(
            identity.stream(), identity.frameNumber(), config.framesPerBlock(), partitions);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topics.frames(side), partition, timestampMs, identity.stream().getBytes(UTF_8), value);
    deliveries.begin();
    try {
      producer.send(
          record,
          (metadata, e) -> {
            failure.compareAndSet(null, e);
            deliveries.end();
          });
    } catch (KafkaException e) {
      deliveries.end();
      throw KafkaErrors.toUserError(config, "publishing frames", e);
    }
  }

  /**
   * Waits until every frame has been delivered.
   *
   * @throws UserError if one could not be
   */
  public void flush() {
    if (!deliveries.await(failure)) {
      failure.compareAndSet(null, new TimeoutException("the broker does not answer"));
    }
    throwFailure();
  }

  private void throwFailure() {
    Exception e = failure.get();
    if (e != null) {
      throw KafkaErrors.toUserError(config, "publishing frames", e);
    }
  }

  /**
   * Delivers what is under way and disconnects.
   *
   * @throws UserError if a frame could not be delivered
   */
  @Override
  public void close() {
    producer.close(failure.get() == null ? Duration.ofSeconds(30) : Duration.ZERO);
    throwFailure();
  }
}
