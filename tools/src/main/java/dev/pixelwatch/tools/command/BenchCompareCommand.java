package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.OnnxNetwork;
import dev.pixelwatch.tools.bench.compare.CompareSpeed;
import dev.pixelwatch.tools.bench.compare.FalseVerdictBench;
import dev.pixelwatch.tools.bench.compare.FalseVerdicts;
import dev.pixelwatch.tools.bench.compare.Finding;
import dev.pixelwatch.tools.bench.compare.StrengthBench;
import dev.pixelwatch.tools.console.Progress;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pixelwatch bench compare}. */
@Command(
    name = "compare",
    description = {
      "Measures how often compare calls builds different that are not, how small a change of one"
          + " parameter it finds and what it calls it, and how long 10,000 scored frames take.",
      "",
      "Painted streets, filters and an encoder of FFmpeg, and the real network."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExamples:%n",
    footer = {"  pixelwatch bench compare", "  pixelwatch bench compare --runs 1000 --json"})
final class BenchCompareCommand implements Runnable {
  private static final int FRAMES = 10_000;

  @Option(
      names = "--runs",
      defaultValue = "100",
      paramLabel = "N",
      description = "Comparisons of A with A of each kind (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    if (runs < 1) {
      throw new UserError("--runs is " + runs, "Give 1 or more.");
    }
    CompareSpeed speed = CompareSpeed.measure(FRAMES);
    List<FalseVerdicts> same = new ArrayList<>();
    List<Finding> findings;
    try (DistortionNetwork network = OnnxNetwork.load("live", 1)) {
      FalseVerdictBench bench = new FalseVerdictBench(runs);
      try (Progress progress = progress("A with A", FalseVerdictBench.comparisons(runs))) {
        same.add(bench.measured(network, progress::update));
        same.addAll(bench.simulated(done -> progress.update(runs + done)));
      }
      try (Progress progress = progress("Strengths", StrengthBench.comparisons())) {
        findings = new StrengthBench(network).run(progress::update);
      }
    }
    print(speed, same, findings);
  }

  private Progress progress(String task, long total) {
    return Progress.start(task, total, "comparisons", spec.commandLine().getErr());
  }

  private void print(CompareSpeed speed, List<FalseVerdicts> same, List<Finding> findings) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("version", Version.number());
      document.put("speed", speed);
      document.put("a_with_a", same);
      document.put("changes", findings);
      Json.write(document, out);
      return;
    }
    out.printf(
        Locale.ROOT,
        "%d scored frames are compared in %.2f s%n%n",
        speed.frames(),
        speed.seconds());
    out.printf("%-34s %7s %6s %13s %9s%n", "A with A", "frames", "runs", "interval off", "verdict");
    for (FalseVerdicts s : same) {
      out.printf(
          Locale.ROOT,
          "%-34s %7d %6d %11.1f %% %7.1f %%%n",
          s.content(),
          s.frames(),
          s.runs(),
          100.0 * s.intervals() / s.runs(),
          100.0 * s.verdicts() / s.runs());
    }
    out.printf(
        "%n%-18s %7s %7s %9s %7s  %s%n", "one parameter", "A", "B", "its type", "score", "worse");
    for (Finding f : findings) {
      out.printf(
          Locale.ROOT,
          "%-18s %7.2f %7.2f %+9.3f %+7.1f  %s%s%n",
          f.change(),
          f.before(),
          f.after(),
          f.difference(),
          f.score(),
          f.worse().isEmpty() ? "nothing" : String.join(", ", f.worse()),
          f.better().isEmpty() ? "" : "; better: " + String.join(", ", f.better()));
    }
    out.flush();
  }
}
