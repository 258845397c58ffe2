package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.MonitorConfig;
import dev.pixelwatch.tools.attach.SystemOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which Kafka cluster is used, and how. */
final class ClusterArguments {
  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description =
          "The Kafka cluster to use (default: an embedded broker where the command can have one).")
  private String bootstrapServers;

  @Option(
      names = "--topic-prefix",
      defaultValue = "pixelwatch",
      description = "What the names of all topics begin with (default: ${DEFAULT-VALUE}).")
  private String topicPrefix;

  @Option(
      names = "--kafka-properties",
      paramLabel = "FILE",
      description = "Properties of every Kafka client, such as those of TLS and SASL.")
  private Path kafkaProperties;

  /** None for the embedded broker. */
  Optional<String> bootstrapServers() {
    return Optional.ofNullable(bootstrapServers);
  }

  String topicPrefix() {
    return topicPrefix;
  }

  /**
   * Further properties of every Kafka client.
   *
   * @throws UserError if there are some but no cluster, or the file cannot be read
   */
  Map<String, String> kafkaProperties() {
    if (kafkaProperties == null) {
      return Map.of();
    }
    if (bootstrapServers == null) {
      throw new UserError(
          "--kafka-properties is for a cluster",
          "Name the cluster with --bootstrap-servers, or leave it out.");
    }
    return SystemOptions.readProperties(kafkaProperties);
  }

  /**
   * How clients reach topics.
   *
   * @param servers of the cluster, or of an embedded broker
   * @param state where a monitor would keep its state
   * @throws UserError if the prefix cannot stand in the name of a topic, or the properties cannot
   *     be read
   */
  MonitorConfig config(String servers, Path state) {
    MonitorConfig.Builder config = MonitorConfig.builder(servers, state).topicPrefix(topicPrefix);
    kafkaProperties().forEach(config::kafkaProperty);
    return config.build();
  }
}
