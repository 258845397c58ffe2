package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.distortion.DistortionEngine;
import dev.pixelwatch.media.Codecs;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.ModelInfo;
import dev.pixelwatch.runtime.OnnxNetwork;
import dev.pixelwatch.tools.console.Progress;
import dev.pixelwatch.tools.evaluation.EvaluationPictures;
import dev.pixelwatch.training.Photographs;
import dev.pixelwatch.training.evaluation.Evaluation;
import dev.pixelwatch.training.evaluation.EvaluationTables;
import dev.pixelwatch.training.evaluation.Evaluator;
import dev.pixelwatch.training.evaluation.HumanAgreement;
import dev.pixelwatch.training.evaluation.JudgedPairs;
import dev.pixelwatch.training.evaluation.KnownPairs;
import dev.pixelwatch.training.evaluation.Measurements;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pixelwatch evaluate}. */
@Command(
    name = "evaluate",
    description =
        "Measures a network, or several side by side, on images that they never saw. On"
            + " photographs: the right type, direction, place and strength, leakage between types,"
            + " anti-symmetry, the score beside MDSI. On real pairs: the expected type. On pairs"
            + " that people have judged: agreement with them, beside established measures.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  pixelwatch evaluate --photos held-out --network run/live.onnx",
      "  pixelwatch evaluate --photos held-out --pairs real/pairs.csv --markdown tables.md",
      "  pixelwatch evaluate --human judged/pairs.csv --pictures figures",
      "  pixelwatch evaluate --photos held-out --network run/live.onnx --network other/live.onnx",
      "",
      "--pairs is a CSV file with the columns ref,dist,expected_type,expected_direction,",
      "--human one with ref,dist and dmos (higher is worse) or mos (higher is better), and",
      "perhaps type. Paths are relative to the CSV file. Human scores are used for checking",
      "only, never for training."
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final int EXAMPLES = 20;

  @Option(
      names = "--photos",
      paramLabel = "DIR",
      description = "Folder of clean photographs that training did not see.")
  private Path photographs;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      description =
          "live, studio, or an .onnx file that 'train' wrote (default: live). Given several"
              + " times: one table of the main figures with a column for each, and with --json a"
              + " list of documents under \"networks\".")
  private List<String> networks = List.of("live");

  @Option(
      names = "--pairs",
      paramLabel = "CSV",
      description = "Real pairs with a known distortion.")
  private Path pairs;

  @Option(names = "--human", paramLabel = "CSV", description = "Pairs that people have judged.")
  private Path human;

  @Option(
      names = "--count",
      defaultValue = "40",
      paramLabel = "N",
      description =
          "Pairs for each type alone; four times as many mixed, half as many for each rung of the"
              + " score (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(names = "--json", description = "Print JSON instead of tables.")
  private boolean json;

  @Option(names = "--markdown", paramLabel = "FILE", description = "Also write the tables there.")
  private Path markdown;

  @Option(
      names = "--pictures",
      paramLabel = "DIR",
      description =
          "Also draw there, of one network: the leakage matrix and twenty example maps (--photos),"
              + " score against human score (--human).")
  private Path pictures;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (count < 4) {
      throw new UserError("--count must be 4 or more", "Leave it out, or try 40.");
    }
    if (pictures != null && networks.size() > 1) {
      throw new UserError(
          "--pictures draws one network, and there are " + networks.size(),
          "Give one --network, or leave out --pictures.");
    }
    if (photographs == null && pairs == null && human == null) {
      throw new UserError(
          "there is nothing to measure on", "Give --photos, --pairs or --human, or several.");
    }
    // Both are read before the first long measurement, so that a mistake shows at once.
    Optional<Photographs> clean =
        Optional.ofNullable(photographs)
            .map(folder -> Photographs.read(folder, Evaluator.smallestPhotograph()));
    Optional<JudgedPairs> judged = Optional.ofNullable(human).map(JudgedPairs::read);
    // Also the last of several networks.
    networks.forEach(given -> OnnxNetwork.load(given, 1).close());
    show(
        networks.stream()
            .map(given -> measure(OnnxNetwork.load(given, 1), name(given), clean, judged))
            .toList());
    return ExitCode.OK;
  }

  /** The file name, or the whole path where several networks have one file name. */
  private String name(String given) {
    boolean different =
        networks.stream().map(EvaluateCommand::fileName).distinct().count() == networks.size();
    return different ? fileName(given) : given;
  }

  private static String fileName(String path) {
    return Path.of(path).getFileName().toString().replaceFirst("\\.onnx$", "");
  }

  private Measurements measure(
      DistortionNetwork network,
      String name,
      Optional<Photographs> clean,
      Optional<JudgedPairs> judged) {
    try (network) {
      // Pairs before photographs: one image that cannot be used ends it, and photographs take long.
      List<KnownPairs.Row> known = pairs == null ? List.of() : KnownPairs.assess(network, pairs);
      Optional<HumanAgreement> agreement = judged.map(read -> compare(network, name, read));
      if (pictures != null) {
        clean.ifPresent(read -> drawExamples(network, read));
      }
      return new Measurements(
          new ModelInfo(name, network.model().sha256()),
          network.engine(),
          clean.map(read -> distort(network, name, read)),
          known,
          agreement);
    }
  }

  private Evaluation distort(DistortionNetwork loaded, String name, Photographs clean) {
    return withProgress(
        "evaluating " + name, told -> evaluator(loaded, clean).measure(count, told));
  }

  private static Evaluator evaluator(DistortionNetwork loaded, Photographs clean) {
    return new Evaluator(loaded, new DistortionEngine(Codecs.all()), clean, 1);
  }

  private void drawExamples(DistortionNetwork loaded, Photographs clean) {
    Path file =
        EvaluationPictures.writeExamples(evaluator(loaded, clean).examples(EXAMPLES), pictures);
    say(file);
  }

  private void say(Path picture) {
    spec.commandLine().getErr().println("The picture is " + picture + ".");
  }

  private HumanAgreement compare(DistortionNetwork loaded, String name, JudgedPairs judged) {
    return withProgress("comparing " + name + " with people", told -> judged.compare(loaded, told));
  }

  private <T> T withProgress(String task, Function<DoubleConsumer, T> work) {
    try (Progress progress = Progress.start(task, 100, "percent", spec.commandLine().getErr())) {
      return work.apply(done -> progress.update(Math.round(100 * done), List.of()));
    }
  }

  private void show(List<Measurements> measured) {
    PrintWriter out = spec.commandLine().getOut();
    boolean one = measured.size() == 1;
    String tables =
        one ? EvaluationTables.markdown(measured.get(0)) : EvaluationTables.comparison(measured);
    if (json) {
      Json.write(
          one ? EvaluationJson.document(measured.get(0)) : EvaluationJson.documents(measured), out);
    } else {
      out.print(tables);
      out.flush();
    }
    if (markdown != null) {
      write(tables);
    }
    if (pictures != null) {
      EvaluationPictures.write(measured.get(0), pictures).forEach(this::say);
    }
  }

  private void write(String tables) {
    try {
      Files.writeString(markdown, tables);
    } catch (IOException e) {
      throw new UserError("cannot write " + markdown, "Check the folder.", e);
    }
  }
}
