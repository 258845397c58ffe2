package dev.pixelwatch.tools.command;

import dev.pixelwatch.tools.doctor.Doctor;
import dev.pixelwatch.tools.doctor.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pixelwatch doctor}. */
@Command(
    name = "doctor",
    description = "Says what this machine can do, and what is missing.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Ends with 0 when all that Pixelwatch needs works, otherwise with 2."})
final class DoctorCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print the findings as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<Finding> findings = new Doctor().examine();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Json.write(new Report(Version.number(), findings), out);
    } else {
      findings.forEach(finding -> print(finding, out));
    }
    boolean missing = findings.stream().anyMatch(f -> f.status() == Finding.Status.MISSING);
    return missing ? ExitCode.USAGE : ExitCode.OK;
  }

  private record Report(String version, List<Finding> findings) {}

  private static void print(Finding finding, PrintWriter out) {
    String status = finding.status().name().toLowerCase(Locale.ROOT);
    out.printf("%-8s %-10s %s%n", status, finding.name(), finding.detail());
    if (finding.remedy() != null) {
      out.printf("%-19s %s%n", "", finding.remedy());
    }
  }
}
