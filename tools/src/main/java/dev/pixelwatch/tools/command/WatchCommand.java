package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.Mode;
import dev.pixelwatch.monitor.http.LiveServer;
import dev.pixelwatch.tools.console.Interruption;
import dev.pixelwatch.tools.record.capture.RecordingTarget;
import dev.pixelwatch.tools.watch.VideoPair;
import dev.pixelwatch.tools.watch.WatchOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelwatch watch}. */
@Command(
    name = "watch",
    description = {
      "Compares what went into a stage with what came out of it, frame by frame: which distortion"
          + " was added or removed, where, how much, and what it did to quality.",
      "",
      "The frames pass through a real Kafka broker, which Pixelwatch starts by itself."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  pixelwatch watch before.mp4 after.mp4",
      "  pixelwatch watch before.mp4 after.mp4 --report report",
      "      Writes report/report.html, summary.json, frames.csv and the worst frames.",
      "  pixelwatch watch before.mp4 after.mp4 --data topics",
      "      Keeps the topics; after a crash the same command goes on where it ended.",
      "  pixelwatch watch before.mp4 after.mp4 --bootstrap-servers kafka:9092 --stream cam1",
      "",
      "The score is 0 for the same quality and negative when the processed video is worse.",
      "Ctrl-C ends the run with what is there; the exit code is then 130."
    })
final class WatchCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "REFERENCE", description = "Video before the stage.")
  private Path reference;

  @Parameters(index = "1", paramLabel = "PROCESSED", description = "Video after the stage.")
  private Path processed;

  @Option(names = "--report", paramLabel = "DIR", description = "Write a report into this folder.")
  private Path report;

  @Option(
      names = "--frames",
      paramLabel = "N",
      description = "Watch only the first N frames (default: all).")
  private Long frames;

  @Option(
      names = "--scale-reference",
      description = "Scale a reference of another size to the size of the processed video.")
  private boolean scaleReference;

  @Option(
      names = "--mode",
      defaultValue = "complete",
      description =
          "complete: score every frame. live: publish at the rate of the video, and leave frames"
              + " out when scoring falls behind (default: ${DEFAULT-VALUE}).")
  private Mode mode;

  @Option(
      names = "--stream",
      description =
          "Name of the stream (default: the processed file's; on a cluster with the time).")
  private String stream;

  @Option(
      names = "--stage",
      defaultValue = "stage",
      description = "What stands between the videos, such as isp (default: ${DEFAULT-VALUE}).")
  private String stage;

  @Option(
      names = "--build",
      defaultValue = "unknown",
      description = "Version of the stage (default: ${DEFAULT-VALUE}).")
  private String build;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep the topics of the embedded broker in this folder.")
  private Path data;

  @Option(
      names = "--record",
      paramLabel = "FOLDER",
      description = "Record frames and results into this new folder, see 'record'.")
  private Path record;

  @Mixin private NetworkArgument network;

  @Mixin private ClusterArguments cluster;

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

  @Mixin private DetectorArguments detectors;

  @Mixin private HttpOptions http;

  @Option(
      names = "--keep-open",
      description = "Keep the live page open after the videos have ended, until Ctrl-C.")
  private boolean keepOpen;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (frames != null && frames < 1) {
      throw new UserError("--frames is " + frames, "Give 1 or more, or leave it out.");
    }
    if (stream != null && stream.isBlank()) {
      throw new UserError("--stream is empty", "Give the stream a name, or leave it out.");
    }
    Optional<LiveServer> page = http.open();
    try (LiveServer closed = page.orElse(null)) {
      WatchRun run = new WatchRun(spec, options(), network, json, page);
      int exitCode =
          run.run(
              () -> VideoPair.open(reference, processed, scaleReference),
              Optional.ofNullable(report));
      if (keepOpen && exitCode != Interruption.EXIT_CODE) {
        page.ifPresent(shown -> OpenPage.untilInterrupted(shown, err()));
      }
      return exitCode;
    }
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private WatchOptions options() {
    return new WatchOptions(
        stream == null ? defaultStream() : stream,
        stage,
        build,
        mode,
        frames == null ? Long.MAX_VALUE : frames,
        cluster.bootstrapServers(),
        cluster.topicPrefix(),
        cluster.kafkaProperties(),
        Optional.ofNullable(data),
        detectors.config(),
        Optional.ofNullable(record)
            .map(out -> new RecordingTarget(out, Version.number(), err()::println)));
  }

  /** A cluster remembers the frame numbers of a stream, so that each run needs its own name. */
  private String defaultStream() {
    String name = String.valueOf(processed.getFileName());
    return cluster.bootstrapServers().isEmpty()
        ? name
        : name + "-" + Instant.now().getEpochSecond();
  }
}
