package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.detect.RuleOption;
import dev.pixelwatch.monitor.http.LiveServer;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.tools.console.Interruption;
import dev.pixelwatch.tools.console.Progress;
import dev.pixelwatch.tools.report.AlertWords;
import dev.pixelwatch.tools.report.FrameOutcome;
import dev.pixelwatch.tools.report.ReportFrames;
import dev.pixelwatch.tools.report.ReportWriter;
import dev.pixelwatch.tools.report.ReproducibilityLine;
import dev.pixelwatch.tools.report.Summary;
import dev.pixelwatch.tools.report.SummaryJson;
import dev.pixelwatch.tools.report.SummaryWords;
import dev.pixelwatch.tools.watch.ShownPictures;
import dev.pixelwatch.tools.watch.VideoPair;
import dev.pixelwatch.tools.watch.WatchOptions;
import dev.pixelwatch.tools.watch.WatchResult;
import dev.pixelwatch.tools.watch.WatchSession;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** Watches two videos for a command: shows how it goes, says what came of it, writes the report. */
final class WatchRun {
  private final PrintWriter out;
  private final PrintWriter err;
  private final WatchOptions options;
  private final NetworkArgument networkArgument;
  private final boolean json;
  private final Optional<LiveServer> page;
  private WatchResult result;

  WatchRun(
      CommandSpec spec,
      WatchOptions options,
      NetworkArgument networkArgument,
      boolean json,
      Optional<LiveServer> page) {
    this.out = spec.commandLine().getOut();
    this.err = spec.commandLine().getErr();
    this.options = options;
    this.networkArgument = networkArgument;
    this.json = json;
    this.page = page;
  }

  /**
   * Watches, prints and writes.
   *
   * @param videos opens the videos, once to watch them and once more for the pictures of a report
   * @return the exit code
   */
  int run(Supplier<VideoPair> videos, Optional<Path> report) {
    try (VideoPair pair = videos.get();
        DistortionNetwork network = networkArgument.open(1)) {
      report.ifPresent(ReportWriter::prepare);
      err.println(pair.info().inWords());
      pair.notesBefore().forEach(err::println);
      HttpOptions.tell(page, err);
      err.flush();
      result = watch(pair, network);
      result.run().notes().stream().skip(pair.notesBefore().size()).forEach(err::println);
      Summary summary = Summary.of(result.run(), result.frames()).withAlerts(result.alerts());
      print(summary);
      report.ifPresent(folder -> write(folder, summary, videos, network));
      requireNew(summary);
      return exitCode();
    }
  }

  /** Frame numbers that come again are refused, so that nothing is known of these videos. */
  private void requireNew(Summary summary) {
    if (summary.count(FrameOutcome.SCORED) == 0 && summary.count(FrameOutcome.DUPLICATE) > 0) {
      throw new UserError(
          "the cluster knows frames of stream %s with these numbers already, so that none of"
                  .formatted(options.stream())
              + " these was scored",
          "Give another --stream; 'compare' takes the streams of both builds with --stream.");
    }
  }

  private int exitCode() {
    if (result.interrupted()) {
      return Interruption.EXIT_CODE;
    }
    return result.damaged() ? ExitCode.USAGE : ExitCode.OK;
  }

  /** What came of it, once it has run. */
  WatchResult result() {
    return result;
  }

  private WatchResult watch(VideoPair pair, DistortionNetwork network) {
    WatchSession session =
        new WatchSession(options, network, HttpOptions.registry(page), Version.number(), page);
    long total = Math.min(options.maxFrames(), pair.expectedFrames());
    try (Interruption interruption = new Interruption(() -> err.println("Ending ..."));
        Progress progress = Progress.start("Watching", total, "frames", err)) {
      return session.run(pair, new WatchDisplay(progress), interruption);
    }
  }

  private void print(Summary summary) {
    if (json) {
      out.print(SummaryJson.of(summary));
    } else {
      SummaryWords.sentences(summary).forEach(out::println);
      AlertWords.lines(summary).forEach(out::println);
      boolean scored = summary.count(FrameOutcome.SCORED) > 0;
      if (scored && summary.alerts().isEmpty() && options.detectors().baselines().isEmpty()) {
        double learned = options.detectors().rules().get(RuleOption.LEARN_SECONDS);
        out.println(AlertWords.none(result.frames(), learned));
      }
      out.println(ReproducibilityLine.of(summary.run()));
    }
    out.flush();
  }

  private void write(
      Path folder, Summary summary, Supplier<VideoPair> videos, DistortionNetwork network) {
    Set<Long> shown =
        ReportFrames.of(result.frames(), summary).stream()
            .map(frame -> frame.result().frame())
            .collect(Collectors.toSet());
    try (VideoPair again = videos.get()) {
      ReportWriter.write(
          folder, summary, result.frames(), new ShownPictures(again, shown, network));
    }
    err.println("The report is " + folder.resolve("report.html"));
  }
}
