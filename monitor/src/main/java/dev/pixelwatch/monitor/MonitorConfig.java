package dev.pixelwatch.monitor;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.detect.DetectorConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How to reach the broker and how to pair and score. Immutable; see {@link MonitorOption}. */
public final class MonitorConfig {
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]{1,150}");

  private final String bootstrapServers;
  private final Path stateDirectory;
  private final String topicPrefix;
  private final Mode mode;
  private final Map<String, String> kafkaProperties;
  private final DetectorConfig detectors;
  private final EnumMap<MonitorOption, Long> options;

  private MonitorConfig(Builder builder) {
    bootstrapServers = builder.bootstrapServers;
    stateDirectory = builder.stateDirectory;
    topicPrefix = builder.topicPrefix;
    mode = builder.mode;
    kafkaProperties = Map.copyOf(builder.kafkaProperties);
    detectors = builder.detectors;
    options = new EnumMap<>(builder.options);
  }

  /** Defaults for everything but where the broker and the state are. */
  public static Builder builder(String bootstrapServers, Path stateDirectory) {
    return new Builder(bootstrapServers, stateDirectory);
  }

  /** A builder that starts from this configuration. */
  public Builder toBuilder() {
    Builder builder = new Builder(bootstrapServers, stateDirectory);
    builder.topicPrefix = topicPrefix;
    builder.mode = mode;
    builder.kafkaProperties.putAll(kafkaProperties);
    builder.detectors = detectors;
    builder.options.putAll(options);
    return builder;
  }

  /** Host and port of one or more brokers, separated by commas. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Where pointers and markers are kept; it must outlive the process. */
  public Path stateDirectory() {
    return stateDirectory;
  }

  /** What the names of all topics begin with. */
  public String topicPrefix() {
    return topicPrefix;
  }

  public Mode mode() {
    return mode;
  }

  /** Further properties of every Kafka client, such as those of TLS and SASL. */
  public Map<String, String> kafkaProperties() {
    return kafkaProperties;
  }

  /** What the detectors are told; in live mode late scores are a fault. */
  public DetectorConfig detectors() {
    return detectors.withLive(mode == Mode.LIVE);
  }

  /** The value of an option, in its unit. */
  public long get(MonitorOption option) {
    return options.get(option);
  }

  public int threads() {
    return intValue(MonitorOption.THREADS);
  }

  public int partitions() {
    return intValue(MonitorOption.PARTITIONS);
  }

  public int maxFrameBytes() {
    return intValue(MonitorOption.MAX_FRAME_BYTES);
  }

  public int framesPerBlock() {
    return intValue(MonitorOption.FRAMES_PER_BLOCK);
  }

  public Duration unmatchedAfter() {
    return Duration.ofMillis(get(MonitorOption.UNMATCHED_AFTER));
  }

  public Duration latencyBound() {
    return Duration.ofMillis(get(MonitorOption.LATENCY_BOUND));
  }

  public Duration duplicateWindow() {
    return Duration.ofMillis(get(MonitorOption.DUPLICATE_WINDOW));
  }

  /** The consumer group and the prefix of internal topics. */
  String applicationId() {
    return topicPrefix + ".monitor";
  }

  private int intValue(MonitorOption option) {
    return Math.toIntExact(get(option));
  }

  /** Collects what differs from the defaults. */
  public static final class Builder {
    private final String bootstrapServers;
    private final Path stateDirectory;
    private final Map<String, String> kafkaProperties = new TreeMap<>();
    private final EnumMap<MonitorOption, Long> options = new EnumMap<>(MonitorOption.class);
    private String topicPrefix = "pixelwatch";
    private Mode mode = Mode.COMPLETE;
    private DetectorConfig detectors = DetectorConfig.defaults();

    private Builder(String bootstrapServers, Path stateDirectory) {
      this.bootstrapServers = bootstrapServers;
      this.stateDirectory = stateDirectory;
      for (MonitorOption option : MonitorOption.values()) {
        options.put(option, option.defaultValue());
      }
    }

    /**
     * Sets what the names of all topics begin with.
     *
     * @throws UserError if Kafka does not allow it in the name of a topic
     */
    public Builder topicPrefix(String prefix) {
      if (!PREFIX.matcher(prefix).matches()) {
        throw new UserError(
            "the topic prefix '" + prefix + "' cannot stand in the name of a Kafka topic",
            "Use letters, digits, dots, hyphens and underscores, 150 at most.");
      }
      topicPrefix = prefix;
      return this;
    }

    public Builder mode(Mode chosen) {
      mode = chosen;
      return this;
    }

    /** Sets rules and baselines of the detectors. */
    public Builder detectors(DetectorConfig chosen) {
      detectors = chosen;
      return this;
    }

    /** Sets a property of every Kafka client. */
    public Builder kafkaProperty(String name, String value) {
      kafkaProperties.put(name, value);
      return this;
    }

    /**
     * Sets an option.
     *
     * @throws UserError if the value is out of range
     */
    public Builder set(MonitorOption option, long value) {
      options.put(option, option.checked(value));
      return this;
    }

    public MonitorConfig build() {
      return new MonitorConfig(this);
    }
  }
}
