package dev.pixelwatch.tools.attach;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.Mode;
import dev.pixelwatch.monitor.MonitorConfig;
import dev.pixelwatch.monitor.MonitorOption;
import dev.pixelwatch.monitor.detect.DetectorConfig;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.tools.record.capture.RecordingTarget;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * How a running system is put together.
 *
 * @param bootstrapServers a Kafka cluster; an embedded broker if empty
 * @param topicPrefix what the names of all topics begin with
 * @param data where broker and monitor keep what they have; a temporary folder if empty
 * @param mode whether every pair is scored, or the latency bounded
 * @param latency bound in live mode
 * @param threads pairs scored at a time
 * @param kafkaProperties of every Kafka client, such as those of TLS and SASL
 * @param network opens the one that scores; fails with a UserError if it cannot
 * @param detectors rules and baselines
 * @param evidence folder for pictures of what alerts are about; none are kept if empty
 * @param evidenceBytes that the folder may take
 * @param recording where frames and results are recorded; nowhere if empty
 */
public record SystemOptions(
    Optional<String> bootstrapServers,
    String topicPrefix,
    Optional<Path> data,
    Mode mode,
    Duration latency,
    int threads,
    Map<String, String> kafkaProperties,
    Supplier<DistortionNetwork> network,
    DetectorConfig detectors,
    Optional<Path> evidence,
    long evidenceBytes,
    Optional<RecordingTarget> recording) {

  /**
   * @throws UserError if the prefix cannot stand in the name of a topic or a number is out of range
   */
  public SystemOptions {
    kafkaProperties = Map.copyOf(kafkaProperties);
    // Said here, before anything is started.
    monitor("", Path.of(""), topicPrefix, mode, latency, threads);
  }

  /** The monitor's configuration, as far as it is said here. */
  MonitorConfig.Builder monitor(String servers, Path state) {
    MonitorConfig.Builder builder =
        monitor(servers, state, topicPrefix, mode, latency, threads).detectors(detectors);
    kafkaProperties.forEach(builder::kafkaProperty);
    return builder;
  }

  private static MonitorConfig.Builder monitor(
      String servers, Path state, String topicPrefix, Mode mode, Duration latency, int threads) {
    return MonitorConfig.builder(servers, state)
        .topicPrefix(topicPrefix)
        .mode(mode)
        .set(MonitorOption.LATENCY_BOUND, latency.toMillis())
        .set(MonitorOption.THREADS, threads)
        // A thread without a partition has nothing to do.
        .set(MonitorOption.PARTITIONS, Math.max(MonitorOption.PARTITIONS.defaultValue(), threads));
  }

  /** Whether the topics outlive the run, so that frame numbers must go on where they ended. */
  public boolean outlivesTheRun() {
    return bootstrapServers.isPresent() || data.isPresent();
  }

  /**
   * Reads a properties file.
   *
   * @throws UserError if it cannot be read
   */
  public static Map<String, String> readProperties(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(
          "the Kafka properties in %s cannot be read: %s".formatted(file, e),
          "Give a file with lines such as security.protocol=SSL.",
          e);
    }
    Map<String, String> sorted = new TreeMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> sorted.put(name, properties.getProperty(name)));
    return sorted;
  }
}
