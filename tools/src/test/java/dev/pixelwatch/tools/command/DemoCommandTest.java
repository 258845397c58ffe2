package dev.pixelwatch.tools.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.tools.demo.FaultPlan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The demonstration at a quicker pace than the one that users see. */
final class DemoCommandTest {
  private static final FaultPlan PLAN = FaultPlan.of(6, 2);

  @TempDir static Path folder;
  private static int exitCode;
  private static String out;
  private static String err;

  @BeforeAll
  static void show() {
    StringWriter printed = new StringWriter();
    StringWriter told = new StringWriter();
    CommandLine demo = new CommandLine(new DemoCommand(PLAN));
    demo.setOut(new PrintWriter(printed, true));
    demo.setErr(new PrintWriter(told, true));
    exitCode = demo.execute("--report", folder.toString());
    out = printed.toString();
    err = told.toString();
  }

  @Test
  void everyFrameIsScored() {
    assertThat(exitCode).as(err).isZero();
    assertThat(out).contains("%1$d of %1$d frames scored.".formatted(PLAN.frames()));
  }

  @Test
  void theTableSaysOfEveryFaultWhatWasInjectedAndWhetherItWasFound() {
    List<String> rows = out.lines().filter(line -> line.matches(" *\\d+\\.\\d to .*")).toList();

    assertThat(rows).hasSameSizeAs(PLAN.faults());
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i))
          .contains(PLAN.faults().get(i).cause(), PLAN.faults().get(i).type().id())
          .matches(".*[+-]\\d\\.\\d\\d +(ok|missed)");
    }
  }

  @Test
  void nearlyAllFaultsAreFoundAndTheSumAgreesWithTheTable() {
    long found = out.lines().filter(line -> line.endsWith(" ok")).count();

    assertThat(found).isGreaterThanOrEqualTo(PLAN.faults().size() - 1);
    assertThat(out).contains(found + " of 7 faults found with the right type and direction.");
  }

  @Test
  void theVideosAndTheReportLieInTheFolderForASecondLook() throws Exception {
    assertThat(out)
        .contains("watch --baseline identity " + folder.resolve("reference.mkv") + " ")
        .contains("The report: " + folder.resolve("report.html"));
    assertThat(folder.resolve("reference.mkv")).isNotEmptyFile();
    assertThat(folder.resolve("processed.mkv")).isNotEmptyFile();
    assertThat(Files.readAllLines(folder.resolve("frames.csv"))).hasSize((int) PLAN.frames() + 1);
  }
}
