package dev.pixelwatch.monitor;

import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.Records;
import dev.pixelwatch.schemas.UndecodableRecordException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the frame topics beside the main consumers: one more consumer, connected when first
 * needed and shared by all threads.
 */
final class LogReader implements PayloadReader, Backlog {
  private static final Logger LOG = LoggerFactory.getLogger(LogReader.class);
  private static final Duration STEP = Duration.ofMillis(200);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final MonitorConfig config;
  private Consumer<byte[], byte[]> consumer;

  LogReader(MonitorConfig config) {
    this.config = config;
  }

  @Override
  public synchronized Optional<Frame> read(TopicPartition partition, long offset) {
    return next(partition, offset)
        .filter(record -> record.offset() == offset)
        .flatMap(LogReader::decode);
  }

  private static Optional<Frame> decode(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Optional.of(Records.FRAME.decode(record.value()));
    } catch (UndecodableRecordException e) {
      LOG.warn("{}-{} {}: {}", record.topic(), record.partition(), record.offset(), e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public synchronized boolean isIn(Set<TopicPartition> partitions) {
    try {
      Map<TopicPartition, OffsetAndMetadata> committed = connected().committed(partitions);
      Map<TopicPartition, Long> starts = connected().beginningOffsets(partitions);
      for (TopicPartition partition : partitions) {
        OffsetAndMetadata position = committed.get(partition);
        long start = starts.get(partition);
        long from = position == null ? start : Math.max(start, position.offset());
        if (next(partition, from).isPresent()) {
          return true;
        }
      }
      return false;
    } catch (KafkaException e) {
      LOG.warn("Cannot tell whether {} have a backlog: {}", partitions, e.getMessage());
      return true;
    }
  }

  /** The partitions of some topics. */
  synchronized Set<TopicPartition> partitions(String... topics) {
    return Stream.of(topics)
        .flatMap(topic -> connected().partitionsFor(topic).stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .collect(Collectors.toSet());
  }

  /**
   * The first record at or after an offset. Comparing with the end offset alone would not do, since
   * markers of transactions count there as well.
   */
  private Optional<ConsumerRecord<byte[], byte[]>> next(TopicPartition partition, long offset) {
    connected().assign(List.of(partition));
    connected().seek(partition, offset);
    long end = connected().endOffsets(Set.of(partition)).get(partition);
    long start = System.nanoTime();
    try {
      while (connected().position(partition) < end) {
        List<ConsumerRecord<byte[], byte[]>> records = connected().poll(STEP).records(partition);
        if (!records.isEmpty()) {
          return Optional.of(records.get(0));
        }
        if (System.nanoTime() - start > PATIENCE_NANOS) {
          throw new TimeoutException("no record from " + partition + " at offset " + offset);
        }
      }
      return Optional.empty();
    } catch (OffsetOutOfRangeException e) {
      LOG.debug("{} no longer holds offset {}", partition, offset);
      return Optional.empty();
    }
  }

  private Consumer<byte[], byte[]> connected() {
    if (consumer == null) {
      consumer =
          new KafkaConsumer<>(
              KafkaSettings.positionReader(config),
              new ByteArrayDeserializer(),
              new ByteArrayDeserializer());
    }
    return consumer;
  }

  @Override
  public synchronized void close() {
    if (consumer != null) {
      consumer.close();
      consumer = null;
    }
  }
}
