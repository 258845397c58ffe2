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
    return from != null
        ? Optional.of("--from")
        : to != null
            ? Optional.of("--to")
            : data != null
                ? Optional.of("--data")
                : cluster.bootstrapServers().map(servers -> "--bootstrap-servers");
  }

  /**
   * A part of the topics.
   *
   * @param from when it begins; empty for now
   * @param to when it ends; empty for never
   */
  record Range(Optional<Instant> from, Optional<Instant> to) {}

  /**
   * The part that is meant.
   *
   * @param otherwise what is not said
   * @throws UserError if one is no time, or the end is not later than the beginning
   */
  Range range(Instant now, Range otherwise) {
    Optional<Instant> start =
        from == null ? otherwise.from : TimeArgument.parse("--from", from, now);
    Optional<Instant> end =
        to == null ? otherwise.to : Optional.of(TimeArgument.parse("--to", to, now).orElse(now));
    if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
      throw new UserError("--to is not later than --from", "Give a later time.");
    }
    return new Range(start, end);
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
