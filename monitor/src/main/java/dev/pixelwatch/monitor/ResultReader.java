package dev.pixelwatch.monitor;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.detect.AlertJson;
import dev.pixelwatch.schemas.Records;
import dev.pixelwatch.schemas.UndecodableRecordException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads committed scores, maps, outcomes, states of captures and alerts. Results of one stream come
 * in the order of their topic; between topics there is no order. Used by one thread.
 */
public final class ResultReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ResultReader.class);

  private final MonitorConfig config;
  private final Topics topics;
  private final Consumer<byte[], byte[]> consumer;

  private ResultReader(
      MonitorConfig config, BiConsumer<Consumer<byte[], byte[]>, Collection<TopicPartition>> seek) {
    Topics.ensure(config);
    this.config = config;
    topics = new Topics(config.topicPrefix());
    try {
      consumer =
          new KafkaConsumer<>(
              KafkaSettings.resultReader(config),
              new ByteArrayDeserializer(),
              new ByteArrayDeserializer());
    } catch (KafkaException e) {
      throw KafkaErrors.toUserError(config, "connecting the reader of results", e);
    }
    try {
      List<TopicPartition> partitions = partitions();
      consumer.assign(partitions);
      seek.accept(consumer, partitions);
      // Seeking is lazy; asking for the position makes the start mean now, not the first poll.
      partitions.forEach(consumer::position);
    } catch (KafkaException e) {
      consumer.close();
      throw KafkaErrors.toUserError(config, "connecting the reader of results", e);
    }
  }

  /** Reads everything that the topics still hold. */
  public static ResultReader fromBeginning(MonitorConfig config) {
    return new ResultReader(config, Consumer::seekToBeginning);
  }

  /** Reads what is committed from now on. */
  public static ResultReader fromEnd(MonitorConfig config) {
    return new ResultReader(config, Consumer::seekToEnd);
  }

  /** Reads what was published at or after a time. */
  public static ResultReader since(MonitorConfig config, Instant time) {
    return new ResultReader(config, (consumer, partitions) -> seek(consumer, partitions, time));
  }

  private static void seek(
      Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions, Instant time) {
    Map<TopicPartition, OffsetAndTimestamp> offsets =
        consumer.offsetsForTimes(
            partitions.stream().collect(Collectors.toMap(p -> p, p -> time.toEpochMilli())));
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp offset = offsets.get(partition);
      if (offset == null) {
        consumer.seekToEnd(List.of(partition));
      } else {
        consumer.seek(partition, offset.offset());
      }
    }
  }

  private List<TopicPartition> partitions() {
    return topics.results().stream()
        .flatMap(topic -> consumer.partitionsFor(topic).stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  /**
   * The results that came, at most after waiting for so long; may be empty. A record that cannot be
   * decoded is logged and left out.
   *
   * @throws UserError if the broker refuses or the connection is misconfigured
   */
  public List<Result> poll(Duration patience) {
    List<Result> results = new ArrayList<>();
    try {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
        try {
          results.add(decode(record));
        } catch (UndecodableRecordException | IllegalArgumentException e) {
          LOG.warn(
              "Left out {}-{} offset {}: {}",
              record.topic(),
              record.partition(),
              record.offset(),
              e.getMessage());
        }
      }
    } catch (KafkaException e) {
      throw KafkaErrors.toUserError(config, "reading results", e);
    }
    return results;
  }

  private Result decode(ConsumerRecord<byte[], byte[]> record) {
    if (record.topic().equals(topics.scores())) {
      return new Result.Scored(Records.SCORE.decode(record.value()));
    }
    if (record.topic().equals(topics.maps())) {
      return new Result.Mapped(Records.MAP.decode(record.value()));
    }
    if (record.topic().equals(topics.status())) {
      return new Result.Stated(Records.STATUS.decode(record.value()));
    }
    if (record.topic().equals(topics.alerts())) {
      return new Result.Alerted(AlertJson.decode(record.value()));
    }
    return new Result.Settled(Records.OUTCOME.decode(record.value()));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
