package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.distortion.DistortionEngine;
import dev.pixelwatch.media.FfmpegCodec;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.OnnxNetwork;
import dev.pixelwatch.tools.console.Progress;
import dev.pixelwatch.training.Photographs;
import dev.pixelwatch.training.evaluation.Evaluation;
import dev.pixelwatch.training.evaluation.EvaluationTables;
import dev.pixelwatch.training.evaluation.Evaluator;
import dev.pixelwatch.training.evaluation.KnownPairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pixelwatch evaluate}. */
@Command(
    name = "evaluate",
    description =
        "Measures a network on photographs that it never saw: the right type, direction, place and"
            + " strength, leakage between types, anti-symmetry.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  pixelwatch evaluate --photos held-out --network run/live.onnx",
      "  pixelwatch evaluate --photos held-out --pairs real/pairs.csv --markdown tables.md",
      "      The CSV names pairs with a known distortion: ref,dist,expected_type,expected_direction."
    })
final class EvaluateCommand implements Callable<Integer> {
  @Option(
      names = "--photos",
      required = true,
      paramLabel = "DIR",
      description = "Folder of clean photographs that training did not see.")
  private Path photographs;

  @Option(
      names = "--network",
      paramLabel = "FILE",
      description = "The network, an .onnx file (default: the one that came with Pixelwatch).")
  private Path network;

  @Option(
      names = "--pairs",
      paramLabel = "CSV",
      description = "Real pairs with a known distortion.")
  private Path pairs;

  @Option(
      names = "--count",
      defaultValue = "40",
      paramLabel = "N",
      description =
          "Pairs for each type alone; four times as many mixed (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(names = "--json", description = "Print JSON instead of tables.")
  private boolean json;

  @Option(names = "--markdown", paramLabel = "FILE", description = "Also write the tables there.")
  private Path markdown;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (count < 4) {
      throw new UserError("--count must be 4 or more", "Leave it out, or try 40.");
    }
    Photographs read = Photographs.read(photographs, Evaluator.smallestPhotograph());
    DistortionEngine engine = new DistortionEngine(FfmpegCodec.available());
    try (DistortionNetwork loaded =
        network == null ? OnnxNetwork.load("live", 1) : OnnxNetwork.load(network, 1)) {
      Evaluation evaluation = measure(loaded, engine, read);
      List<KnownPairs.Row> known = pairs == null ? List.of() : KnownPairs.assess(loaded, pairs);
      String tables = EvaluationTables.markdown(evaluation, known);
      if (json) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", Version.number());
        document.put("evaluation", evaluation);
        document.put("known_pairs", known);
        Json.write(document, spec.commandLine().getOut());
      } else {
        spec.commandLine().getOut().print(tables);
      }
      if (markdown != null) {
        write(tables);
      }
    }
    return ExitCode.OK;
  }

  private Evaluation measure(DistortionNetwork loaded, DistortionEngine engine, Photographs read) {
    try (Progress progress =
        Progress.start("evaluating", 100, "percent", spec.commandLine().getErr())) {
      return new Evaluator(loaded, engine, read, 1)
          .measure(count, done -> progress.update(Math.round(100 * done), List.of()));
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
