package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.Mode;
import dev.pixelwatch.monitor.MonitorOption;
import dev.pixelwatch.tools.attach.SystemOptions;
import dev.pixelwatch.tools.record.capture.RecordingTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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
      names = "--threads",
      paramLabel = "N",
      description =
          "Pairs scored at a time, on a core each (default: the number of cores, 4 at most). Topics"
              + " that are made anew get as many partitions, 4 at least; all monitors together"
              + " cannot use more threads than the frame topics have partitions.")
  private Integer threads;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep topics and state in this folder (default: a temporary one).")
  private Path data;

  @Mixin private ClusterArguments cluster;

  @Mixin private NetworkArgument network;

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

  @Option(
      names = "--record",
      paramLabel = "FOLDER",
      description = "Record frames and results into this new folder, see 'record'.")
  private Path record;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  boolean networkIsGiven() {
    return network.isGiven();
  }

  Optional<String> bootstrapServers() {
    return cluster.bootstrapServers();
  }

  private Optional<Path> evidence() {
    return Optional.ofNullable(evidence)
        .or(() -> Optional.ofNullable(data).map(folder -> folder.resolve("evidence")));
  }

  private int threads() {
    int most = (int) MonitorOption.PARTITIONS.defaultValue();
    return threads != null ? threads : Math.min(most, Runtime.getRuntime().availableProcessors());
  }

  SystemOptions options() {
    Map<String, String> properties = cluster.kafkaProperties();
    if (evidenceLimit < 1 || evidenceLimit > MOST_MIB) {
      throw new UserError(
          "--evidence-limit is " + evidenceLimit, "Give a number of MiB, 1 or more.");
    }
    return new SystemOptions(
        bootstrapServers(),
        cluster.topicPrefix(),
        Optional.ofNullable(data),
        mode,
        Duration.ofMillis(latency),
        threads(),
        properties,
        () -> network.open(1),
        detectors.config(),
        evidence(),
        evidenceLimit << 20,
        Optional.ofNullable(record)
            .map(
                out ->
                    new RecordingTarget(
                        out, Version.number(), spec.commandLine().getErr()::println)));
  }
}
