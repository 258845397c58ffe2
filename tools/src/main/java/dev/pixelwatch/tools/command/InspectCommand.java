package dev.pixelwatch.tools.command;

import dev.pixelwatch.tools.record.Inspection;
import dev.pixelwatch.tools.record.Recording;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelwatch inspect}. */
@Command(
    name = "inspect",
    description = {
      "Says what is in a recording and whether it is whole: streams, builds, frames, networks,"
          + " checksums.",
      "",
      "Every file is read. What is damaged is named; what is whole in it can still be used."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  pixelwatch inspect night",
      "  pixelwatch inspect night --json",
      "",
      "Exit codes: 0 it is whole, 2 it is not or there is none."
    })
final class InspectCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FOLDER", description = "A recording.")
  private Path folder;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Recording recording = Recording.open(folder)) {
      Inspection inspection = Inspection.of(recording);
      if (json) {
        out.print(inspection.json());
      } else {
        RecordingWords.lines(inspection.found()).forEach(out::println);
        inspection.flaws().forEach(flaw -> out.println("Damage: " + flaw + "."));
        out.println(inspection.whole() ? "It is whole." : "It is not whole.");
      }
      out.flush();
      return inspection.whole() ? ExitCode.OK : ExitCode.USAGE;
    }
  }
}
