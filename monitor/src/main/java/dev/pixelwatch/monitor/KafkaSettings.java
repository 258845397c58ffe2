package dev.pixelwatch.monitor;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Properties of the plain Kafka clients. Those of Streams are in {@link StreamsSettings}. */
final class KafkaSettings {
  /** Room for the headers of a batch and a record, and for the key. */
  static final int RECORD_OVERHEAD_BYTES = 2048;

  private static final int FETCH_BYTES = 4 << 20;

  private KafkaSettings() {}

  /** What every client has in common. */
  static Map<String, Object> common(MonitorConfig config) {
    Map<String, Object> p = new HashMap<>(config.kafkaProperties());
    p.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
    return p;
  }

  /** Answers within ten seconds or fails. */
  static Map<String, Object> admin(MonitorConfig config) {
    Map<String, Object> p = common(config);
    p.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    p.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    p.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 3_000);
    return p;
  }

  /** Every frame once and in order; a full buffer makes the publisher wait. */
  static Map<String, Object> framePublisher(MonitorConfig config) {
    int limit = config.maxFrameBytes() + RECORD_OVERHEAD_BYTES;
    Map<String, Object> p = new HashMap<>();
    p.put(ProducerConfig.ACKS_CONFIG, "all");
    p.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    p.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    p.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
    int patience = (int) config.get(MonitorOption.BROKER_PATIENCE);
    p.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
    p.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
    p.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(patience, 10_000));
    p.putAll(common(config));
    p.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, limit);
    p.put(ProducerConfig.BUFFER_MEMORY_CONFIG, Math.max(32L << 20, 2L * limit));
    return p;
  }

  /** Small records that may be lost, but must not make anybody wait. */
  static Map<String, Object> statusPublisher(MonitorConfig config) {
    Map<String, Object> p = new HashMap<>();
    p.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    p.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
    p.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 1L << 20);
    p.putAll(common(config));
    return p;
  }

  /** Reads results as soon as they are committed, without a group. */
  static Map<String, Object> resultReader(MonitorConfig config) {
    Map<String, Object> p = common(config);
    p.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    p.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    p.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    p.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    return p;
  }

  /** Reads frames and results without a group, a few frames of each partition at once. */
  static Map<String, Object> recordReader(MonitorConfig config) {
    Map<String, Object> p = resultReader(config);
    p.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
    return p;
  }

  /** Fetches one batch at a time, since the next record is seldom the one wanted. */
  static Map<String, Object> positionReader(MonitorConfig config) {
    Map<String, Object> p = common(config);
    p.put(ConsumerConfig.GROUP_ID_CONFIG, config.applicationId());
    p.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    p.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    p.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    p.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    p.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1);
    p.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1);
    p.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    return p;
  }

  /** Bytes that a consumer of frames fetches from one partition at once: one or two frames. */
  static int fetchBytes() {
    return FETCH_BYTES;
  }
}
