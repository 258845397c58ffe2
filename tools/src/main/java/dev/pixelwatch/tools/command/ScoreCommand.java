package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.tools.console.Progress;
import dev.pixelwatch.tools.score.BatchScorer;
import dev.pixelwatch.tools.score.ImagePair;
import dev.pixelwatch.tools.score.PairsFile;
import dev.pixelwatch.tools.score.ScoresFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelwatch score}. */
@Command(
    name = "score",
    description = "Compares two images, or many pairs of images named in a CSV file.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  pixelwatch score before.png after.png",
      "  pixelwatch score before.png after.png --json --map map.png",
      "  pixelwatch score --pairs pairs.csv --out scores.csv",
      "",
      "pairs.csv has the columns ref and dist; paths are relative to it, other columns are ignored."
    })
final class ScoreCommand implements Runnable {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "REFERENCE",
      description = "The image to compare with.")
  private Path reference;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "DISTORTED",
      description = "The image to judge, of the same size.")
  private Path distorted;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Option(
      names = "--map",
      paramLabel = "PNG",
      description = "Write where the strongest distortion lies.")
  private Path map;

  @Option(names = "--pairs", paramLabel = "CSV", description = "Score every pair of this file.")
  private Path pairs;

  @Option(names = "--out", paramLabel = "CSV", description = "Where the scores of --pairs go.")
  private Path out;

  @Mixin private NetworkArgument network;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    if (pairs != null) {
      scoreMany();
    } else {
      scoreOne();
    }
  }

  private void scoreOne() {
    if (reference == null || distorted == null || out != null) {
      throw new UserError(
          "score needs two images, or --pairs with --out",
          "Write: pixelwatch score REFERENCE DISTORTED");
    }
    ImagePair pair = ImagePair.read(reference, distorted);
    int threads = Runtime.getRuntime().availableProcessors();
    try (DistortionNetwork opened = network.open(threads);
        Assessor assessor = opened.newAssessor()) {
      Assessment assessment = assessor.assess(pair.reference(), pair.distorted());
      ImageScoreOutput output = new ImageScoreOutput(opened, reference, distorted, assessment);
      output.print(spec.commandLine().getOut(), json);
      if (map != null) {
        output.writeMap(pair, map);
      }
    }
  }

  private void scoreMany() {
    if (reference != null || out == null || map != null || json) {
      throw new UserError(
          "--pairs goes with --out and nothing else",
          "Write: pixelwatch score --pairs pairs.csv --out scores.csv");
    }
    if (out.toAbsolutePath().normalize().equals(pairs.toAbsolutePath().normalize())) {
      throw new UserError(
          "--out would overwrite " + pairs, "Choose another file for the scores with --out.");
    }
    List<PairsFile.Row> rows = PairsFile.read(pairs);
    int workers = Runtime.getRuntime().availableProcessors();
    try (DistortionNetwork opened = network.open(1);
        ScoresFile scores = ScoresFile.create(out);
        Progress progress =
            Progress.start("Scoring", rows.size(), "pairs", spec.commandLine().getErr())) {
      AtomicLong done = new AtomicLong();
      new BatchScorer(opened, workers)
          .score(
              rows,
              (row, assessment) -> {
                scores.write(row, assessment);
                progress.update(done.incrementAndGet());
              });
    }
    spec.commandLine().getOut().println(rows.size() + " pairs scored, the table is " + out);
  }
}
