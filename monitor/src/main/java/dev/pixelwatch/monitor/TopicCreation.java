package dev.pixelwatch.monitor;

import dev.pixelwatch.core.UserError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Brings the topics into being and checks those that are there already. */
final class TopicCreation {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long SEGMENT_BYTES = 128L << 20;

  private final Admin admin;
  private final MonitorConfig config;
  private final Topics topics;

  TopicCreation(Admin admin, MonitorConfig config) {
    this.admin = admin;
    this.config = config;
    this.topics = new Topics(config.topicPrefix());
  }

  void run() throws ExecutionException, InterruptedException {
    Set<String> present = admin.listTopics().names().get();
    List<NewTopic> missing =
        wanted().stream().filter(topic -> !present.contains(topic.name())).toList();
    create(missing);
    Map<String, TopicDescription> described = awaitLeaders();
    if (!missing.isEmpty()) {
      awaitAnswers(described);
    }
    checkPartitions(described);
    checkLimits();
  }

  private List<NewTopic> wanted() {
    Map<String, String> frames = keeping(MonitorOption.FRAME_RETENTION);
    Map<String, String> results = keeping(MonitorOption.RESULT_RETENTION);
    List<NewTopic> all = new ArrayList<>();
    for (Side side : Side.values()) {
      all.add(topic(topics.frames(side), config.partitions(), frames));
    }
    for (String name : topics.results()) {
      all.add(topic(name, config.partitions(), results));
    }
    all.add(topic(topics.deadLetter(), 1, results));
    return all;
  }

  private static NewTopic topic(String name, int partitions, Map<String, String> settings) {
    return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
  }

  private Map<String, String> sizeLimit() {
    int limit = config.maxFrameBytes() + KafkaSettings.RECORD_OVERHEAD_BYTES;
    return Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(limit));
  }

  /** Kafka keeps a week of everything; the maps of one day of one 720p30 stream are 140 GB. */
  private Map<String, String> keeping(MonitorOption bytes) {
    long retention = config.get(bytes);
    long segment = Math.max(Math.min(SEGMENT_BYTES, retention / 4), config.maxFrameBytes());
    Map<String, String> settings = new HashMap<>(sizeLimit());
    settings.put(TopicConfig.RETENTION_BYTES_CONFIG, Long.toString(retention));
    settings.put(TopicConfig.SEGMENT_BYTES_CONFIG, Long.toString(segment));
    settings.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "producer");
    return settings;
  }

  private void create(List<NewTopic> missing) throws ExecutionException, InterruptedException {
    for (KafkaFuture<Void> creation : admin.createTopics(missing).values().values()) {
      try {
        creation.get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
  }

  private Map<String, TopicDescription> awaitLeaders()
      throws ExecutionException, InterruptedException {
    List<String> names = wanted().stream().map(NewTopic::name).toList();
    long start = System.nanoTime();
    while (System.nanoTime() - start < PATIENCE_NANOS) {
      try {
        Map<String, TopicDescription> described = admin.describeTopics(names).allTopicNames().get();
        if (described.values().stream().allMatch(TopicCreation::led)) {
          return described;
        }
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw e;
        }
      }
      Thread.sleep(50);
    }
    throw new TimeoutException("the new topics have no leader yet");
  }

  /**
   * A partition may have a leader in the metadata that does not yet take records. Of a producer
   * that is early its first batch is refused and its second accepted, and then the first never
   * again, since its number is too low. Who answers with an offset takes records.
   */
  private void awaitAnswers(Map<String, TopicDescription> described)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
    described.forEach(
        (topic, description) ->
            description
                .partitions()
                .forEach(
                    info ->
                        partitions.put(
                            new TopicPartition(topic, info.partition()), OffsetSpec.latest())));
    admin.listOffsets(partitions).all().get();
  }

  private static boolean led(TopicDescription topic) {
    return topic.partitions().stream().allMatch(p -> p.leader() != null && !p.leader().isEmpty());
  }

  private void checkPartitions(Map<String, TopicDescription> described) {
    int reference = described.get(topics.frames(Side.REFERENCE)).partitions().size();
    int processed = described.get(topics.frames(Side.PROCESSED)).partitions().size();
    if (reference != processed) {
      throw new UserError(
          "%s has %d partitions, but %s has %d"
              .formatted(
                  topics.frames(Side.REFERENCE),
                  reference,
                  topics.frames(Side.PROCESSED),
                  processed),
          "Give both topics the same number of partitions, or use another topic prefix.");
    }
  }

  private void checkLimits() throws ExecutionException, InterruptedException {
    for (Side side : Side.values()) {
      ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, topics.frames(side));
      String limit =
          admin
              .describeConfigs(List.of(topic))
              .all()
              .get()
              .get(topic)
              .get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)
              .value();
      if (Long.parseLong(limit) < config.maxFrameBytes()) {
        throw new UserError(
            "%s takes records up to %s bytes, but frames may have %d"
                .formatted(topic.name(), limit, config.maxFrameBytes()),
            "Raise max.message.bytes of the topic, or lower max-frame-bytes.");
      }
    }
  }
}
