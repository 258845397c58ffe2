package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.EmbeddedBroker;
import dev.pixelwatch.monitor.detect.Baseline;
import dev.pixelwatch.monitor.detect.BaselineFile;
import dev.pixelwatch.monitor.detect.BaselineLearner;
import dev.pixelwatch.schemas.Score;
import dev.pixelwatch.tools.files.Workspace;
import dev.pixelwatch.tools.watch.KeptScores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pixelwatch baseline}. */
@Command(
    name = "baseline",
    description = {
      "Pins what a stream looks like when nothing is wrong: learns it from the scores of one stream"
          + " and build, and writes it to a file for --baseline.",
      "",
      "Take scores of content like that to be watched: what a stage does depends on the content."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  pixelwatch watch before.mp4 after.mp4 --stream cam1 --build 7 --data topics",
      "  pixelwatch baseline --data topics --stream cam1 --build 7 --out cam1.yaml",
      "  pixelwatch monitor --bootstrap-servers kafka:9092 --baseline cam1.yaml"
    })
final class BaselineCommand implements Runnable {
  @Option(
      names = "--stream",
      required = true,
      paramLabel = "S",
      description = "Stream whose scores are read.")
  private String stream;

  @Option(names = "--build", paramLabel = "B", description = "Only scores of this build.")
  private String build;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder that --data of watch or attach named.")
  private Path data;

  @Mixin private ClusterArguments cluster;

  @Option(
      names = "--out",
      defaultValue = "baseline.yaml",
      paramLabel = "FILE",
      description = "Where the baseline goes (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Optional<String> servers = cluster.bootstrapServers();
    if ((data == null) == servers.isEmpty()) {
      throw new UserError(
          "baseline reads from a folder or from a cluster",
          "Give either --data DIR or --bootstrap-servers HOST:PORT.");
    }
    List<Score> scores = servers.isEmpty() ? fromFolder() : read(servers.get(), out);
    if (scores.size() < BaselineLearner.FEWEST) {
      throw new UserError(
          "there are %d scores of stream '%s'%s, and a baseline needs %d"
              .formatted(
                  scores.size(),
                  stream,
                  build == null ? "" : " and build '" + build + "'",
                  BaselineLearner.FEWEST),
          "Check the names, or watch the stream for longer.");
    }
    Baseline baseline = BaselineLearner.learn(scores);
    BaselineFile.write(baseline, out);
    spec.commandLine()
        .getOut()
        .printf(
            "Baseline of stream %s, build %s, from %d frames: %s%n",
            baseline.stream(), baseline.build(), baseline.frames(), out);
  }

  private List<Score> fromFolder() {
    if (!Files.isDirectory(data)) {
      throw new UserError(
          "there is no folder " + data, "Name the one that --data of watch or attach named.");
    }
    try (Workspace workspace = Workspace.open(Optional.of(data));
        EmbeddedBroker broker = EmbeddedBroker.start(workspace.broker())) {
      return read(broker.bootstrapServers(), workspace.state());
    }
  }

  private List<Score> read(String servers, Path state) {
    return KeptScores.of(cluster.config(servers, state), stream, Optional.ofNullable(build));
  }
}
