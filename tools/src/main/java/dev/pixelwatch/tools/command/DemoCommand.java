package dev.pixelwatch.tools.command;

import dev.pixelwatch.monitor.detect.Baseline;
import dev.pixelwatch.monitor.detect.DetectorConfig;
import dev.pixelwatch.monitor.http.LiveServer;
import dev.pixelwatch.tools.console.Progress;
import dev.pixelwatch.tools.demo.DemoVideos;
import dev.pixelwatch.tools.demo.FaultPlan;
import dev.pixelwatch.tools.demo.Finding;
import dev.pixelwatch.tools.watch.VideoPair;
import dev.pixelwatch.tools.watch.WatchOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pixelwatch demo}. */
@Command(
    name = "demo",
    description = {
      "Shows the main job with nothing at hand, in about a minute: makes a video of a street, sends"
          + " it through a stage that misbehaves in known ways at known times, watches both, and"
          + " compares what was found with what was injected."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--report",
      defaultValue = "pixelwatch-demo",
      paramLabel = "DIR",
      description = "Where the videos and the report go (default: ${DEFAULT-VALUE}).")
  private Path report;

  @Mixin private NetworkArgument network;

  @Mixin private HttpOptions http;

  @Spec private CommandSpec spec;

  private final FaultPlan plan;

  DemoCommand() {
    this(FaultPlan.standard());
  }

  DemoCommand(FaultPlan plan) {
    this.plan = plan;
  }

  @Override
  public Integer call() {
    Optional<LiveServer> page = http.open();
    try (LiveServer closed = page.orElse(null)) {
      int exitCode = show(page);
      if (exitCode == ExitCode.OK && Progress.isOnTerminal()) {
        page.ifPresent(open -> OpenPage.untilInterrupted(open, spec.commandLine().getErr()));
      }
      return exitCode;
    }
  }

  private int show(Optional<LiveServer> page) {
    DemoVideos videos = makeVideos();
    WatchOptions options =
        WatchOptions.temporary("demo", "faulty-isp", "demo")
            .withDetectors(DetectorConfig.defaults().withBaseline(Baseline.ofIdentity()));
    WatchRun run = new WatchRun(spec, options, network, false, page);
    int exitCode =
        run.run(
            () -> VideoPair.open(videos.reference(), videos.processed(), false),
            Optional.of(report));
    List<Finding> findings =
        plan.faults().stream().map(fault -> Finding.of(fault, run.result().frames())).toList();
    print(findings, videos);
    return exitCode;
  }

  private DemoVideos makeVideos() {
    PrintWriter err = spec.commandLine().getErr();
    err.println("Making a video of a street, and the same video after a stage that misbehaves");
    try (Progress progress = Progress.start("Filming", plan.frames(), "frames", err)) {
      return DemoVideos.make(plan, report, progress::update);
    }
  }

  private void print(List<Finding> findings, DemoVideos videos) {
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    out.printf(
        "%-13s %-24s %-16s %-24s %s%n", "seconds", "what went wrong", "injected", "found", "");
    findings.forEach(finding -> out.println(line(finding)));
    long right = findings.stream().filter(Finding::isRight).count();
    out.println();
    out.printf(
        "%d of %d faults found with the right type and direction.%n", right, findings.size());
    out.println("The report: " + report.resolve("report.html"));
    out.println(
        "Once more by hand: pixelwatch watch --baseline identity %s %s"
            .formatted(videos.reference(), videos.processed()));
  }

  private static String line(Finding finding) {
    double rate = FaultPlan.RATE.perSecond();
    return String.format(
        Locale.ROOT,
        "%5.1f to %4.1f %-24s %-16s %-24s %s",
        finding.fault().from() / rate,
        finding.fault().to() / rate,
        finding.fault().cause(),
        finding.fault().type().id() + (finding.fault().direction() > 0 ? " +" : " -"),
        String.format(Locale.ROOT, "%s %+.2f", finding.type().id(), finding.intensity()),
        finding.isRight() ? "ok" : "missed");
  }
}
