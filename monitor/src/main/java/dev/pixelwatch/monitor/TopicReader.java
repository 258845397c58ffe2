package dev.pixelwatch.monitor;

import dev.pixelwatch.core.UserError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads committed records of some topics as they are, without a group. Records of one partition
 * come in its order; between partitions there is no order. Used by one thread.
 */
public final class TopicReader implements AutoCloseable {
  private final MonitorConfig config;
  private final Consumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final Metric bytesIn;
  private double bytes;
  private long answeredNanos = System.nanoTime();

  /** Where each partition ends for this reader; empty while it has no end. */
  private final Map<TopicPartition, Long> ends = new HashMap<>();

  private TopicReader(
      MonitorConfig config,
      Map<String, Object> settings,
      Collection<String> topics,
      BiConsumer<Consumer<byte[], byte[]>, Collection<TopicPartition>> seek) {
    this.config = config;
    try {
      consumer =
          new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    } catch (KafkaException e) {
      throw KafkaErrors.toUserError(config, "connecting a reader", e);
    }
    bytesIn =
        consumer.metrics().values().stream()
            .filter(metric -> metric.metricName().name().equals("incoming-byte-total"))
            .filter(metric -> metric.metricName().group().equals("consumer-metrics"))
            .findFirst()
            .orElseThrow();
    try {
      partitions =
          topics.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      seek.accept(consumer, partitions);
      // Seeking is lazy; asking for the position makes the start mean now, not the first poll.
      partitions.forEach(consumer::position);
    } catch (KafkaException e) {
      consumer.close();
      throw KafkaErrors.toUserError(config, "connecting a reader", e);
    }
  }

  /** Reads everything that the topics still hold. */
  static TopicReader fromBeginning(
      MonitorConfig config, Map<String, Object> settings, Collection<String> topics) {
    return new TopicReader(config, settings, topics, Consumer::seekToBeginning);
  }

  /** Reads what is committed from now on. */
  static TopicReader fromEnd(
      MonitorConfig config, Map<String, Object> settings, Collection<String> topics) {
    return new TopicReader(config, settings, topics, Consumer::seekToEnd);
  }

  /** Reads what was published at or after a time. */
  static TopicReader since(
      MonitorConfig config, Map<String, Object> settings, Collection<String> topics, Instant time) {
    return new TopicReader(
        config,
        settings,
        topics,
        (consumer, partitions) -> offsets(consumer, partitions, time).forEach(consumer::seek));
  }

  /**
   * Reads frames and results from now on.
   *
   * @param topics that are there; see {@link Topics#present}
   * @throws UserError if the broker cannot be reached or refuses
   */
  public static TopicReader fromEnd(MonitorConfig config, Collection<String> topics) {
    return fromEnd(config, KafkaSettings.recordReader(config), topics);
  }

  /**
   * Reads frames and results that were published at or after a time.
   *
   * @param topics that are there; see {@link Topics#present}
   * @throws UserError if the broker cannot be reached or refuses
   */
  public static TopicReader since(MonitorConfig config, Collection<String> topics, Instant time) {
    return since(config, KafkaSettings.recordReader(config), topics, time);
  }

  /** For each partition the first record at or after a time, or its end if there is none. */
  private static Map<TopicPartition, Long> offsets(
      Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions, Instant time) {
    Map<TopicPartition, OffsetAndTimestamp> found =
        consumer.offsetsForTimes(
            partitions.stream().collect(Collectors.toMap(p -> p, p -> time.toEpochMilli())));
    Map<TopicPartition, Long> offsets = new HashMap<>(consumer.endOffsets(partitions));
    found.forEach(
        (partition, first) -> {
          if (first != null) {
            offsets.put(partition, first.offset());
          }
        });
    return offsets;
  }

  /** Reads no further than what the topics hold now. */
  public void endHere() {
    endAt(consumer::endOffsets);
  }

  /**
   * Reads no further than what was published before a time, which is not to come.
   *
   * @throws UserError if the broker does not answer
   */
  public void endBefore(Instant time) {
    endAt(all -> offsets(consumer, all, time));
  }

  private void endAt(Function<Collection<TopicPartition>, Map<TopicPartition, Long>> asked) {
    try {
      ends.putAll(asked.apply(partitions));
    } catch (KafkaException e) {
      throw KafkaErrors.toUserError(config, "asking for the end of the topics", e);
    }
  }

  /** Whether it has an end and has read everything before it. */
  public boolean isAtEnd() {
    return !ends.isEmpty()
        && ends.entrySet().stream()
            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  /**
   * The records that came, at most after waiting for so long; may be empty.
   *
   * @throws UserError if the broker refuses or the connection is misconfigured
   */
  public List<ConsumerRecord<byte[], byte[]>> poll(Duration patience) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
        Long end = ends.get(new TopicPartition(record.topic(), record.partition()));
        if (end == null || record.offset() < end) {
          records.add(record);
        }
      }
    } catch (KafkaException e) {
      throw KafkaErrors.toUserError(config, "reading topics", e);
    }
    double now = (double) bytesIn.metricValue();
    if (now > bytes) {
      bytes = now;
      answeredNanos = System.nanoTime();
    }
    return records;
  }

  /**
   * For how long no broker has answered, as of the last poll. Where there is nothing to read a
   * broker says so twice a second.
   */
  public Duration silence() {
    return Duration.ofNanos(System.nanoTime() - answeredNanos);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
