package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.OnnxNetwork;
import dev.pixelwatch.tools.compare.Comparison;
import dev.pixelwatch.tools.compare.DifferingFrame;
import dev.pixelwatch.tools.compare.DirectAgreement;
import dev.pixelwatch.tools.compare.Gate;
import dev.pixelwatch.tools.compare.report.Compared;
import dev.pixelwatch.tools.compare.report.ComparisonHtml;
import dev.pixelwatch.tools.compare.report.ComparisonJson;
import dev.pixelwatch.tools.compare.report.ComparisonTable;
import dev.pixelwatch.tools.compare.report.ComparisonWords;
import dev.pixelwatch.tools.compare.report.DirectTable;
import dev.pixelwatch.tools.compare.report.FrameEvidence;
import dev.pixelwatch.tools.compare.source.ScoredPair;
import dev.pixelwatch.tools.compare.source.ShownTriples;
import dev.pixelwatch.tools.compare.source.TripleScorer;
import dev.pixelwatch.tools.compare.source.TripleSource;
import dev.pixelwatch.tools.compare.source.TwoBuilds;
import dev.pixelwatch.tools.console.Interruption;
import dev.pixelwatch.tools.console.Progress;
import dev.pixelwatch.tools.report.ReportFiles;
import dev.pixelwatch.tools.report.ReproducibilityLine;
import dev.pixelwatch.tools.report.RunInfo;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Compares two builds for the command: scores, says what came of it, writes the report. */
final class CompareRun {
  private final PrintWriter out;
  private final PrintWriter err;
  private final Gate gate;
  private final NetworkArgument networkArgument;
  private final boolean direct;
  private final boolean json;
  private boolean interrupted;

  CompareRun(
      CommandSpec spec, Gate gate, NetworkArgument networkArgument, boolean direct, boolean json) {
    this.out = spec.commandLine().getOut();
    this.err = spec.commandLine().getErr();
    this.gate = gate;
    this.networkArgument = networkArgument;
    this.direct = direct;
    this.json = json;
  }

  /**
   * Scores, prints and writes.
   *
   * @param maxFrames frames to score at most
   * @return the exit code
   */
  int run(TwoBuilds builds, long maxFrames, Optional<Path> report) {
    report.ifPresent(ReportFiles::createFolder);
    builds.introduction().forEach(err::println);
    err.flush();
    ScoredPair scored = builds.scores().orElseGet(() -> score(builds, maxFrames));
    List<String> notes = new ArrayList<>(scored.notes());
    notes.addAll(builds.flaws());
    notes.forEach(err::println);
    notes.addAll(0, builds.introduction().stream().filter(note -> note.endsWith(".")).toList());
    Compared compared = compare(builds, scored, notes);
    print(compared);
    report.ifPresent(folder -> write(folder, compared, builds));
    return interrupted ? Interruption.EXIT_CODE : compared.comparison().outcome().exitCode();
  }

  private ScoredPair score(TwoBuilds builds, long maxFrames) {
    try (DistortionNetwork network = networkArgument.open(1);
        TripleSource frames = builds.frames(Set.of());
        Interruption interruption = new Interruption(() -> err.println("Ending ..."));
        Progress progress = progress(Math.min(maxFrames, frames.expectedFrames()))) {
      ScoredPair scored =
          new TripleScorer(network, direct)
              .score(frames, builds.labels(), maxFrames, interruption, progress::update);
      interrupted = interruption.getAsBoolean();
      return scored;
    }
  }

  private Progress progress(long total) {
    return Progress.start("Comparing", total, "frames", err);
  }

  private Compared compare(TwoBuilds builds, ScoredPair scored, List<String> notes) {
    Comparison comparison = Comparison.of(scored.a(), scored.b(), gate);
    RunInfo run =
        new RunInfo(
            Version.number(),
            scored.a().model().name(),
            scored.a().model().sha256(),
            scored.engine(),
            "",
            "",
            "",
            scored.width(),
            scored.height(),
            builds.labels().reference(),
            scored.a().name() + " and " + scored.b().name(),
            scored.pairsPerSecond(),
            scored.covers(),
            notes);
    Optional<DirectAgreement> agreement =
        direct ? Optional.of(DirectAgreement.of(comparison, scored.direct())) : Optional.empty();
    return new Compared(run, comparison, scored.map(), agreement, DifferingFrame.of(comparison));
  }

  private void print(Compared compared) {
    if (json) {
      out.print(ComparisonJson.of(compared));
    } else {
      Comparison comparison = compared.comparison();
      out.printf("A: %s%nB: %s%n", comparison.a().name(), comparison.b().name());
      ComparisonWords.basis(comparison).forEach(out::println);
      out.println();
      ComparisonTable.lines(comparison).forEach(out::println);
      out.println();
      ComparisonWords.sentences(comparison).forEach(out::println);
      compared.direct().map(DirectTable::sentence).ifPresent(out::println);
      out.println(ReproducibilityLine.of(compared.run()));
    }
    out.flush();
  }

  private void write(Path folder, Compared compared, TwoBuilds builds) {
    ComparisonHtml.write(compared, evidence(compared, builds), folder.resolve("compare.html"));
    ComparisonJson.write(compared, folder.resolve("compare.json"));
    err.println("The report is " + folder.resolve("compare.html"));
  }

  private Map<Long, FrameEvidence> evidence(Compared compared, TwoBuilds builds) {
    Set<Long> shown =
        compared.shown().stream().map(DifferingFrame::number).collect(Collectors.toSet());
    if (shown.isEmpty() || !builds.hasFrames()) {
      return Map.of();
    }
    try (DistortionNetwork network = networkOf(compared.run())) {
      if (!network.model().sha256().equals(compared.run().modelSha256())) {
        err.println(
            "The report has no pictures: the network that scored is not at hand to draw its maps."
                + " --rescore uses one that is.");
        return Map.of();
      }
      return evidence(builds, shown, network);
    }
  }

  /** The network that was asked for, or else the shipped one that recorded scores name. */
  private DistortionNetwork networkOf(RunInfo run) {
    boolean recorded = !networkArgument.isGiven() && OnnxNetwork.isShipped(run.modelName());
    return recorded ? networkArgument.open(run.modelName(), 1) : networkArgument.open(1);
  }

  private static Map<Long, FrameEvidence> evidence(
      TwoBuilds builds, Set<Long> shown, DistortionNetwork network) {
    try (TripleSource frames = builds.frames(shown)) {
      return ShownTriples.of(frames, shown, network);
    } catch (UserError e) {
      return Map.of();
    }
  }
}
