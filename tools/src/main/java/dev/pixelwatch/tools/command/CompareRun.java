package dev.pixelwatch.tools.command;

import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.OnnxNetwork;
import dev.pixelwatch.tools.compare.Comparison;
import dev.pixelwatch.tools.compare.DifferingFrame;
import dev.pixelwatch.tools.compare.DirectAgreement;
import dev.pixelwatch.tools.compare.Gate;
import dev.pixelwatch.tools.compare.ScoredBuild;
import dev.pixelwatch.tools.compare.report.Compared;
import dev.pixelwatch.tools.compare.report.ComparisonHtml;
import dev.pixelwatch.tools.compare.report.ComparisonJson;
import dev.pixelwatch.tools.compare.report.ComparisonTable;
import dev.pixelwatch.tools.compare.report.ComparisonWords;
import dev.pixelwatch.tools.compare.report.DirectTable;
import dev.pixelwatch.tools.compare.source.ShownTriples;
import dev.pixelwatch.tools.compare.source.TripleScorer;
import dev.pixelwatch.tools.compare.source.VideoTriples;
import dev.pixelwatch.tools.console.Interruption;
import dev.pixelwatch.tools.console.Progress;
import dev.pixelwatch.tools.report.ReportFiles;
import dev.pixelwatch.tools.report.ReproducibilityLine;
import dev.pixelwatch.tools.report.RunInfo;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Compares two builds for the command: scores, says what came of it, writes the report. */
final class CompareRun {
  private final PrintWriter out;
  private final PrintWriter err;
  private final Gate gate;
  private final boolean direct;
  private final boolean json;

  /**
   * How the three videos are called.
   *
   * @param reference the reference's file
   * @param a build A's name and file, as b
   */
  record Names(Path reference, Path a, Path b) {
    static Names of(Path reference, Path a, Path b) {
      return new Names(reference, a, b);
    }

    /** The file's name, or the whole path where both have one name. */
    private static String name(Path file, Path other) {
      boolean same = file.getFileName().equals(other.getFileName());
      return (same ? file : file.getFileName()).toString();
    }
  }

  CompareRun(CommandSpec spec, Gate gate, boolean direct, boolean json) {
    this.out = spec.commandLine().getOut();
    this.err = spec.commandLine().getErr();
    this.gate = gate;
    this.direct = direct;
    this.json = json;
  }

  /**
   * Scores, prints and writes.
   *
   * @param videos opens the videos, once to score them and once more for the pictures of a report
   * @return the exit code
   */
  int run(Supplier<VideoTriples> videos, Names names, long maxFrames, Optional<Path> report) {
    try (VideoTriples triples = videos.get();
        DistortionNetwork network = OnnxNetwork.load("live", 1)) {
      report.ifPresent(ReportFiles::createFolder);
      err.println(triples.info().inWords());
      err.flush();
      boolean interrupted;
      TripleScorer.Scored scored;
      try (Interruption interruption = new Interruption(() -> err.println("Ending ..."));
          Progress progress = progress(triples, maxFrames)) {
        scored =
            new TripleScorer(network, direct)
                .score(triples, maxFrames, interruption, progress::update);
        interrupted = interruption.getAsBoolean();
      }
      List<String> notes = interrupted || maxFrames < Long.MAX_VALUE ? List.of() : triples.notes();
      notes.forEach(err::println);
      Compared compared = compare(triples, network, names, scored, notes);
      print(compared);
      report.ifPresent(folder -> write(folder, compared, videos, network));
      return interrupted ? Interruption.EXIT_CODE : compared.comparison().outcome().exitCode();
    }
  }

  private Progress progress(VideoTriples triples, long maxFrames) {
    long total = Math.min(maxFrames, triples.expectedFrames());
    return Progress.start("Comparing", total, "frames", err);
  }

  private Compared compare(
      VideoTriples triples,
      DistortionNetwork network,
      Names names,
      TripleScorer.Scored scored,
      List<String> notes) {
    String nameA = Names.name(names.a(), names.b());
    String nameB = Names.name(names.b(), names.a());
    Comparison comparison =
        Comparison.of(
            new ScoredBuild(nameA, names.a().toString(), network.model(), scored.a()),
            new ScoredBuild(nameB, names.b().toString(), network.model(), scored.b()),
            gate);
    RunInfo run =
        new RunInfo(
            Version.number(),
            network.model().name(),
            network.model().sha256(),
            network.engine(),
            "",
            "",
            "",
            triples.info().width(),
            triples.info().height(),
            names.reference().toString(),
            nameA + " and " + nameB,
            scored.pairsPerSecond(),
            "decode, network",
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

  private void write(
      Path folder, Compared compared, Supplier<VideoTriples> videos, DistortionNetwork network) {
    Set<Long> shown =
        compared.shown().stream().map(DifferingFrame::number).collect(Collectors.toSet());
    try (VideoTriples again = videos.get()) {
      ComparisonHtml.write(
          compared, ShownTriples.of(again, shown, network), folder.resolve("compare.html"));
    }
    ComparisonJson.write(compared, folder.resolve("compare.json"));
    err.println("The report is " + folder.resolve("compare.html"));
  }
}
