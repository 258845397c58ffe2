package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.Mode;
import dev.pixelwatch.tools.attach.SystemOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how a running system is put together. */
final class SystemArguments {
  private static final long MOST_MIB = 1L << 30;

  @Option(
      names = "--mode",
      defaultValue = "live",
      description =
          "live: leave frames out when scoring falls behind. complete: score every frame"
              + " (default: ${DEFAULT-VALUE}).")
  private Mode mode;

  @Option(
      names = "--latency",
      paramLabel = "MS",
      defaultValue = "1000",
      description = "Bound of the latency in live mode (default: ${DEFAULT-VALUE}).")
  private long latency;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep topics and state in this folder (default: a temporary one).")
  private Path data;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "Use this Kafka cluster instead of an embedded broker.")
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

  @Mixin private DetectorArguments detectors;

  @Option(
      names = "--evidence",
      paramLabel = "DIR",
      description =
          "Keep pictures of what alerts are about in this folder (default: evidence in the folder"
              + " of --data, otherwise none).")
  private Path evidence;

  @Option(
      names = "--evidence-limit",
      paramLabel = "MIB",
      defaultValue = "500",
      description = "Size of that folder; the oldest alert goes first (default: ${DEFAULT-VALUE}).")
  private long evidenceLimit;

  Optional<String> bootstrapServers() {
    return Optional.ofNullable(bootstrapServers);
  }

  private Optional<Path> evidence() {
    return Optional.ofNullable(evidence)
        .or(() -> Optional.ofNullable(data).map(folder -> folder.resolve("evidence")));
  }

  SystemOptions options() {
    if (kafkaProperties != null && bootstrapServers == null) {
      throw new UserError(
          "--kafka-properties is for a cluster",
          "Name the cluster with --bootstrap-servers, or leave it out.");
    }
    if (evidenceLimit < 1 || evidenceLimit > MOST_MIB) {
      throw new UserError(
          "--evidence-limit is " + evidenceLimit, "Give a number of MiB, 1 or more.");
    }
    return new SystemOptions(
        bootstrapServers(),
        topicPrefix,
        Optional.ofNullable(data),
        mode,
        Duration.ofMillis(latency),
        kafkaProperties == null ? Map.of() : SystemOptions.readProperties(kafkaProperties),
        detectors.config(),
        evidence(),
        evidenceLimit << 20);
  }
}
