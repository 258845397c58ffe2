package dev.pixelwatch.tools.watch;

import dev.pixelwatch.monitor.FramePartition;
import dev.pixelwatch.monitor.MonitorConfig;
import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.monitor.Topics;
import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.Records;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Which frames of a stream lie on the topics already, from an earlier run that was cut short.
 * Frames are published in order, so the last one of each partition says it all; nothing else is
 * read.
 */
final class PublishedFrames {
  /** A record that lies there comes at once, but on a busy machine this may take seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String stream;
  private final int framesPerBlock;
  private final int partitions;
  private final Map<Side, Map<Integer, Last>> lasts;

  private record Last(long number, long timestampMs) {}

  private PublishedFrames(
      String stream, int framesPerBlock, int partitions, Map<Side, Map<Integer, Last>> lasts) {
    this.stream = stream;
    this.framesPerBlock = framesPerBlock;
    this.partitions = partitions;
    this.lasts = lasts;
  }

  /** For a stream that is new. */
  static PublishedFrames none(String stream) {
    return new PublishedFrames(stream, 1, 1, Map.of());
  }

  /** Asks the topics, which must exist. */
  static PublishedFrames of(MonitorConfig config, String stream) {
    Map<String, Object> settings = new HashMap<>(config.kafkaProperties());
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1);
    Topics topics = new Topics(config.topicPrefix());
    Map<Side, Map<Integer, Last>> lasts = new EnumMap<>(Side.class);
    int partitions = 0;
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      for (Side side : Side.values()) {
        Map<Integer, Last> ofSide = new HashMap<>();
        partitions = consumer.partitionsFor(topics.frames(side)).size();
        for (int partition = 0; partition < partitions; partition++) {
          int number = partition;
          last(consumer, new TopicPartition(topics.frames(side), partition), stream)
              .ifPresent(last -> ofSide.put(number, last));
        }
        lasts.put(side, ofSide);
      }
    }
    return new PublishedFrames(stream, config.framesPerBlock(), partitions, lasts);
  }

  /** Whether this side of the frame lies on its topic. */
  boolean has(Side side, long number) {
    Last last = last(side, number);
    return last != null && number <= last.number();
  }

  /**
   * When the partner of a missing frame was published. A frame that is added later must carry this
   * time: with the time of now it would make the monitor give up on the frames that still wait.
   */
  Optional<Long> partnerTimestampMs(Side missing, long number) {
    return has(missing.other(), number)
        ? Optional.of(last(missing.other(), number).timestampMs())
        : Optional.empty();
  }

  private Last last(Side side, long number) {
    int partition = FramePartition.of(stream, number, framesPerBlock, partitions);
    return lasts.getOrDefault(side, Map.of()).get(partition);
  }

  /** Goes back from the end until there is a frame of the stream. */
  private static Optional<Last> last(
      Consumer<byte[], byte[]> consumer, TopicPartition partition, String stream) {
    consumer.assign(List.of(partition));
    long start = consumer.beginningOffsets(List.of(partition)).get(partition);
    long end = consumer.endOffsets(List.of(partition)).get(partition);
    for (long offset = end - 1; offset >= start; offset--) {
      consumer.seek(partition, offset);
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
        Frame frame = Records.FRAME.decode(record.value());
        if (frame.getStream().equals(stream)) {
          return Optional.of(new Last(frame.getFrameNumber(), record.timestamp()));
        }
      }
    }
    return Optional.empty();
  }
}
