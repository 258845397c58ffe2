package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.EmbeddedBroker;
import dev.pixelwatch.monitor.MonitorConfig;
import dev.pixelwatch.tools.files.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which topics are read, and which part of them. */
final class TopicArguments {
  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "Begin with what was published at this time: 2026-05-01T12:00:00Z, -10m for ten minutes"
              + " ago (also s, h, d), beginning, or now.")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "End with what was published before this time.")
  private String to;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Read what the embedded broker has left in this folder.")
  private Path data;

  @Mixin private ClusterArguments cluster;

  /** Whether topics are named at all. */
  boolean areGiven() {
    return data != null || cluster.bootstrapServers().isPresent();
  }

  /** Whether what is read is left over, so that nothing comes any more. */
  boolean areLeftOver() {
    return data != null;
  }

  /** One of these options that is given, if any. */
  Optional<String> given() {
    if (from != null || to != null) {
      return Optional.of(from != null ? "--from" : "--to");
    }
    return areGiven()
        ? Optional.of(data != null ? "--data" : "--bootstrap-servers")
        : Optional.empty();
  }

  /**
   * When to begin; empty for now.
   *
   * @param otherwise if nothing is said
   * @throws UserError if it is no time
   */
  Optional<Instant> from(Instant now, Optional<Instant> otherwise) {
    return from == null ? otherwise : TimeArgument.parse("--from", from, now);
  }

  /**
   * When to end; empty for never.
   *
   * @param otherwise if nothing is said
   * @throws UserError if it is no time
   */
  Optional<Instant> to(Instant now, Optional<Instant> otherwise) {
    return to == null ? otherwise : Optional.of(TimeArgument.parse("--to", to, now).orElse(now));
  }

  /** Where the topics are, for people. */
  String inWords() {
    return "topics %s.* %s"
        .formatted(
            cluster.topicPrefix(),
            cluster.bootstrapServers().map(servers -> "at " + servers).orElse("in " + data));
  }

  /**
   * Reaches the topics, through an embedded broker if they lie in a folder.
   *
   * @param reading given how clients reach them
   * @throws UserError if they are not named in one way, or there is no such folder
   */
  <T> T read(Function<MonitorConfig, T> reading) {
    if ((data == null) == cluster.bootstrapServers().isEmpty()) {
      throw new UserError(
          "topics are read from a cluster or from a folder",
          "Give either --bootstrap-servers HOST:PORT or --data DIR.");
    }
    if (data != null && !Files.isDirectory(data)) {
      throw new UserError(
          "there is no folder " + data, "Name the one that --data of watch or attach named.");
    }
    try (Workspace workspace = Workspace.open(Optional.ofNullable(data));
        EmbeddedBroker broker = data == null ? null : EmbeddedBroker.start(workspace.broker())) {
      String servers =
          cluster.bootstrapServers().or(() -> Optional.of(broker.bootstrapServers())).get();
      return reading.apply(cluster.config(servers, workspace.state()));
    }
  }
}
