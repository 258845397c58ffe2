package dev.pixelwatch.tools.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pixelwatch bench}. */
@Command(
    name = "bench",
    description = "Measures speed, memory, detectors, recordings and comparisons on this machine.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      BenchNetworkCommand.class,
      BenchPipelineCommand.class,
      BenchDetectorsCommand.class,
      BenchReplayCommand.class,
      BenchCompareCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  pixelwatch bench network --size 1920x1080",
      "  pixelwatch bench pipeline --size 1280x720 --json",
      "  pixelwatch bench detectors --days 56",
      "  pixelwatch bench replay --size 1280x720",
      "  pixelwatch bench compare"
    })
final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to measure: network, pipeline, detectors, replay or compare");
  }
}
