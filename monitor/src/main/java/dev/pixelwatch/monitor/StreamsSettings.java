package dev.pixelwatch.monitor;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/** Properties of Kafka Streams, each for a reason. */
final class StreamsSettings {
  /**
   * Transactions end after this, when the broker next looks; a pair must be scored in a third of
   * it. What a monitor that died had begun holds up the one that takes over until then.
   */
  private static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(20);

  private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(10);

  private StreamsSettings() {}

  /**
   * @param instanceId the same at each start on one state directory, different from all others
   */
  static Properties of(MonitorConfig config, String instanceId) {
    Properties p = new Properties();
    p.putAll(KafkaSettings.common(config));
    p.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
    p.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDirectory().toString());
    p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
    p.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
    p.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
    p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    exactlyOnce(p, config);
    memory(p);
    // A member that comes back after a crash takes its old place at once.
    p.put(main(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instanceId);
    p.put(main(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), (int) SESSION_TIMEOUT.toMillis());
    p.put(main(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    p.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndContinueExceptionHandler.class);
    p.put(
        StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
        new Topics(config.topicPrefix()).deadLetter());
    return p;
  }

  private static void exactlyOnce(Properties p, MonitorConfig config) {
    int limit = config.maxFrameBytes() + KafkaSettings.RECORD_OVERHEAD_BYTES;
    p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
    p.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0);
    p.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        (int) TRANSACTION_TIMEOUT.toMillis());
    p.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), limit);
    // With more, the first batches of a transaction can overtake each other and are sent again.
    p.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
    p.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), Integer.toString(limit));
  }

  /** Frames are large, so little is fetched ahead. */
  private static void memory(Properties p) {
    p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
    p.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 8);
    p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallRocksDb.class);
    p.put(main(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 4);
    p.put(main(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), KafkaSettings.fetchBytes());
    p.put(main(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), 2 * KafkaSettings.fetchBytes());
  }

  private static String main(String property) {
    return StreamsConfig.mainConsumerPrefix(property);
  }
}
