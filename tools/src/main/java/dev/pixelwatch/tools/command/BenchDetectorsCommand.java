package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.detect.DetectorConfig;
import dev.pixelwatch.monitor.detect.RulesFile;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.OnnxNetwork;
import dev.pixelwatch.tools.bench.detectors.Delays;
import dev.pixelwatch.tools.bench.detectors.DetectorBench;
import dev.pixelwatch.tools.bench.detectors.FalseAlarms;
import dev.pixelwatch.tools.bench.detectors.TrackFile;
import dev.pixelwatch.tools.bench.detectors.TrackRecorder;
import dev.pixelwatch.tools.console.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pixelwatch bench detectors}. */
@Command(
    name = "detectors",
    description = {
      "Measures how often the detectors cry wolf and how soon they find a change, on simulated"
          + " streams at 30 frames per second. Their score noise is resampled in blocks from"
          + " measured scores."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  pixelwatch bench detectors --days 56",
      "  pixelwatch bench detectors --noise report/frames.csv --rules rules.yaml",
      "      On the scores of a watch run to which nothing happened.",
      "  pixelwatch bench detectors --record score-noise.csv.gz",
      "      Measures the noise that comes with Pixelwatch once more."
    })
final class BenchDetectorsCommand implements Runnable {
  private static final String COVERS =
      "the detectors alone, on resampled scores at 30 frames/s; one day for each stream";

  private static final int HOURS_PER_DAY = 24;

  @Option(
      names = "--days",
      defaultValue = "56",
      paramLabel = "N",
      description =
          "Days to simulate without a change, and as many with cuts"
              + " (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--trials",
      defaultValue = "300",
      paramLabel = "N",
      description = "Streams for each kind of change (default: ${DEFAULT-VALUE}).")
  private int trials;

  @Option(
      names = "--noise",
      paramLabel = "FILE",
      description = "Take the noise from this file: frames.csv of a watch run, or one of --record.")
  private Path noise;

  @Option(names = "--rules", paramLabel = "FILE", description = "Rules of the detectors, in YAML.")
  private Path rules;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Measure score noise anew on painted scenes, write it to this file and end.")
  private Path record;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    if (days < 1 || trials < 1) {
      throw new UserError("--days and --trials must be 1 or more", "Give positive numbers.");
    }
    if (record != null) {
      record();
      return;
    }
    DetectorConfig config = DetectorConfig.defaults();
    if (rules != null) {
      config = config.withRules(RulesFile.read(rules));
    }
    DetectorBench bench =
        new DetectorBench(
            Optional.ofNullable(noise), config, Runtime.getRuntime().availableProcessors());
    print(List.of(falseAlarms(bench, false), falseAlarms(bench, true)), delays(bench));
  }

  private void record() {
    try (DistortionNetwork network = OnnxNetwork.load("live", 1);
        Progress progress =
            Progress.start(
                "Recording", TrackRecorder.frames(), "frames", spec.commandLine().getErr())) {
      TrackFile.write(new TrackRecorder(network).record(progress::update), record);
    }
    spec.commandLine().getOut().println("Written: " + record);
  }

  private FalseAlarms falseAlarms(DetectorBench bench, boolean cuts) {
    String task = cuts ? "Streams with cuts" : "Streams left alone";
    try (Progress progress = progress(task, (long) days * HOURS_PER_DAY, "hours")) {
      return bench.falseAlarms(days, cuts, hours -> update(progress, hours));
    }
  }

  private List<Delays> delays(DetectorBench bench) {
    try (Progress progress = progress("Changes", DetectorBench.trials(trials), "trials")) {
      return bench.delays(trials, done -> update(progress, done));
    }
  }

  private Progress progress(String task, long total, String unit) {
    return Progress.start(task, total, unit, spec.commandLine().getErr());
  }

  /** The simulations report from several threads. */
  private static void update(Progress progress, long done) {
    synchronized (progress) {
      progress.update(done);
    }
  }

  private void print(List<FalseAlarms> quiet, List<Delays> delays) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Json.write(document(quiet, delays), out);
      return;
    }
    out.printf(
        "%-18s %8s %8s %10s %10s  %s%n",
        "nothing happens", "days", "alarms", "per day", "per week", "95 % interval per week");
    for (FalseAlarms q : quiet) {
      out.printf(
          Locale.ROOT,
          "%-18s %8.0f %8d %10.4f %10.3f  %.3f to %.3f%n",
          q.content(),
          q.days(),
          q.alarms(),
          q.perDay(),
          q.perWeek(),
          q.perWeekLow(),
          q.perWeekHigh());
      q.byType().forEach((type, count) -> out.printf("  %s: %d%n", type, count));
    }
    out.printf(
        "%n%-24s %8s %8s %14s %10s %15s%n",
        "one type changes", "trials", "found", "median frames", "p95", "within 1 s");
    for (Delays d : delays) {
      out.printf(
          Locale.ROOT,
          "%-24s %8d %8d %14.0f %10.0f %13.1f %%%n",
          d.change(),
          d.trials(),
          d.found(),
          d.medianFrames(),
          d.p95Frames(),
          100 * d.withinSecond());
    }
    out.println("covers " + COVERS);
    out.flush();
  }

  private static Map<String, Object> document(List<FalseAlarms> quiet, List<Delays> delays) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", Version.number());
    document.put("false_alarms", quiet.stream().map(BenchDetectorsCommand::row).toList());
    document.put("changes", delays.stream().map(BenchDetectorsCommand::row).toList());
    document.put("covers", COVERS);
    return document;
  }

  private static Map<String, Object> row(FalseAlarms q) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("content", q.content());
    row.put("days", q.days());
    row.put("alarms", q.alarms());
    row.put("per_day", q.perDay());
    row.put("per_week", q.perWeek());
    row.put("per_week_95", List.of(q.perWeekLow(), q.perWeekHigh()));
    row.put("by_type", q.byType());
    return row;
  }

  private static Map<String, Object> row(Delays d) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("change", d.change());
    row.put("trials", d.trials());
    row.put("found", d.found());
    row.put("median_frames", d.medianFrames());
    row.put("p95_frames", d.p95Frames());
    row.put("within_a_second", d.withinSecond());
    return row;
  }
}
