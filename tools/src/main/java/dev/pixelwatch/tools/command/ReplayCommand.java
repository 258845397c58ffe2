package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.MonitorConfig;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.tools.console.Interruption;
import dev.pixelwatch.tools.console.Progress;
import dev.pixelwatch.tools.record.RecordKind;
import dev.pixelwatch.tools.record.RecordSink;
import dev.pixelwatch.tools.record.Recording;
import dev.pixelwatch.tools.record.RecordingWriter;
import dev.pixelwatch.tools.record.Selection;
import dev.pixelwatch.tools.record.TopicSink;
import dev.pixelwatch.tools.record.replay.Replay;
import dev.pixelwatch.tools.record.replay.ReplayNews;
import dev.pixelwatch.tools.record.scoring.Rescore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelwatch replay}. */
@Command(
    name = "replay",
    description = {
      "Publishes a recording again, byte for byte, at the pace at which it was recorded, faster, or"
          + " as fast as it goes; or runs a network over its frames.",
      "",
      "Frames go to a cluster, which --bootstrap-servers must name; new scores and maps go there or,"
          + " with --out, into a new recording.",
      "",
      "Two runs of --rescore over one recording give the same scores and maps, byte for byte."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  pixelwatch replay night --bootstrap-servers kafka:9092",
      "  pixelwatch replay night --bootstrap-servers k:9092 --speed max --only frames",
      "      Lets the monitors there score the frames anew.",
      "  pixelwatch replay night --rescore --out rescored",
      "      A new recording with new scores, of live or of another --network.",
      "  pixelwatch replay night --rescore --bootstrap-servers kafka:9092",
      "      The same into the topics: scores and maps, no frames.",
      "",
      "Ctrl-C ends it; the exit code is then 130."
    })
final class ReplayCommand implements Callable<Integer> {
  private static final String MAX = "max";

  @Parameters(index = "0", paramLabel = "FOLDER", description = "A recording.")
  private Path folder;

  @Mixin private KindsArgument selected;

  @Option(names = "--build", paramLabel = "B", description = "Only this build (default: all).")
  private String build;

  @Option(
      names = "--speed",
      defaultValue = "1",
      paramLabel = "FACTOR",
      description =
          "1 is the original pace, 4 four times as fast, max as fast as it goes (default:"
              + " ${DEFAULT-VALUE}).")
  private String speed;

  @Option(
      names = "--rescore",
      description = "Run the network over the frames, and give new scores and maps.")
  private boolean rescore;

  @Option(
      names = "--out",
      paramLabel = "FOLDER2",
      description = "With --rescore: a new recording instead of topics.")
  private Path out;

  @Mixin private NetworkArgument network;

  @Mixin private ClusterArguments cluster;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (out != null && !rescore) {
      throw new UserError("--out is for --rescore", "Copy the folder, or add --rescore.");
    }
    if (network.isGiven() && !rescore) {
      throw new UserError("--network is for --rescore", "Leave it out, or add --rescore.");
    }
    if ((out == null) == cluster.bootstrapServers().isEmpty()) {
      throw new UserError(
          "replay writes to a cluster, or with --rescore into a folder",
          "Give either --bootstrap-servers HOST:PORT or --rescore --out FOLDER2.");
    }
    double factor = factor();
    Selection selection =
        new Selection(selected.kinds(), selected.streams(), Optional.ofNullable(build));
    PrintWriter err = spec.commandLine().getErr();
    try (Interruption interruption = new Interruption(() -> err.println("Ending ..."));
        Recording recording = Recording.open(folder)) {
      if (rescore) {
        rescore(recording, selection, interruption);
      } else {
        replay(recording, selection, factor, interruption);
      }
      recording.flaws().forEach(flaw -> err.println("Damage: " + flaw + "."));
      err.flush();
      return interruption.getAsBoolean() ? Interruption.EXIT_CODE : ExitCode.OK;
    }
  }

  private double factor() {
    if (speed.equals(MAX)) {
      return Double.POSITIVE_INFINITY;
    }
    try {
      double factor = Double.parseDouble(speed);
      if (factor > 0 && factor < Double.POSITIVE_INFINITY) {
        return factor;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new UserError(
        "--speed is '" + speed + "', which is no pace",
        "Give a factor above 0, such as 4, or max.");
  }

  private MonitorConfig config() {
    return cluster.config(cluster.bootstrapServers().orElseThrow(), folder);
  }

  private void replay(
      Recording recording, Selection selection, double factor, Interruption interruption) {
    long total = recording.count(selection);
    requireSome(total, "records");
    ReplayNews done;
    try (TopicSink sink = new TopicSink(config());
        Progress progress =
            Progress.start("Replaying", total, "records", spec.commandLine().getErr())) {
      done =
          new Replay(recording, selection, factor)
              .run(
                  sink,
                  interruption,
                  news -> progress.update(news.records(), words(news), List.of()));
      sink.flush();
    }
    spec.commandLine().getOut().println("%d records, %s".formatted(done.records(), words(done)));
  }

  private void requireSome(long total, String what) {
    if (total == 0) {
      throw new UserError(
          "there are no such %s in %s".formatted(what, folder),
          "See what is there with ./pixelwatch inspect " + folder + ".");
    }
  }

  private static String words(ReplayNews news) {
    return String.format(
        Locale.ROOT,
        "%s in %.1f s, %.0f MB/s",
        SizeArgument.words(news.bytes()),
        news.seconds(),
        news.megabytesPerSecond());
  }

  private void rescore(Recording recording, Selection selection, Interruption interruption) {
    Rescore work = new Rescore(recording, selection);
    requireSome(work.frames(), "frames");
    try (DistortionNetwork opened = network.open(1)) {
      if (out == null) {
        try (TopicSink sink = new TopicSink(config())) {
          rescore(work, opened, sink, interruption);
          sink.flush();
        }
        return;
      }
      try (RecordingWriter writer = RecordingWriter.create(out, Version.number())) {
        adopt(writer, recording, RecordKind.REFERENCE, selection.streams(), Optional.empty());
        adopt(writer, recording, RecordKind.PROCESSED, selection.streams(), selection.build());
        rescore(work, opened, writer::append, interruption);
        writer.close(
            interruption.getAsBoolean() ? "it was interrupted" : "rescored from " + folder);
      }
    }
  }

  /** References need not carry the build whose they are. */
  private static void adopt(
      RecordingWriter writer,
      Recording recording,
      RecordKind kind,
      Set<String> streams,
      Optional<String> build) {
    writer.adopt(recording, new Selection(Set.of(kind), streams, build));
  }

  private void rescore(
      Rescore work, DistortionNetwork scoring, RecordSink sink, Interruption interruption) {
    Rescore.Outcome outcome;
    try (Progress progress =
        Progress.start("Rescoring", work.frames(), "frames", spec.commandLine().getErr())) {
      outcome = work.run(scoring, sink, interruption, progress::update);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("%d pairs scored.".formatted(outcome.scored()));
    if (outcome.alone() > 0) {
      out.println("%d processed frames have no reference.".formatted(outcome.alone()));
    }
    outcome.failures().forEach(failure -> out.println("Not scored: " + failure + "."));
    out.println(ModelLine.of(scoring));
    out.flush();
  }
}
