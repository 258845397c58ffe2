package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.UserError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class MainTest {
  @Test
  void withoutACommandTheHelpSaysWhatThereIs() {
    Cli.Run run = Cli.run();

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("watch", "score", "demo", "doctor", "Examples:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"watch", "score", "demo", "distort", "train", "evaluate", "bench", "doctor"})
  void everyCommandExplainsItself(String command) {
    Cli.Run run = Cli.run(command, "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Usage: pixelwatch " + command);
  }

  @Test
  void helpIsAWordAsWell() {
    assertThat(Main.asOption(new String[] {"help"})).containsExactly("--help");
    assertThat(Main.asOption(new String[] {"help", "watch"})).containsExactly("watch", "--help");
    assertThat(Main.asOption(new String[] {"watch", "help"})).containsExactly("watch", "help");
    assertThat(Main.asOption(new String[0])).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"--frames, abc, is no whole number", "--frames, 1.5, is no whole number"})
  void aNumberThatIsNoneIsToldInPlainWords(String option, String value, String words) {
    Cli.Run run = Cli.run("watch", "a.mp4", "b.mp4", option, value);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(value, words);
  }

  @Test
  void theVersionNamesTheNetworksAndTheirHashes() {
    Cli.Run run = Cli.run("--version");

    assertThat(run.out()).containsPattern("pixelwatch \\d+\\.\\d+\\.\\d+");
    assertThat(run.out()).containsPattern("network live, sha256 [0-9a-f]{64}");
    assertThat(run.out()).containsPattern("network studio, sha256 [0-9a-f]{64}");
  }

  @Test
  void aCommandThatDoesNotExistIsTheUsersMistake() {
    Cli.Run run = Cli.run("wach");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("wach", "watch").doesNotContain("Exception");
  }

  @Test
  void anOptionThatDoesNotExistPointsToTheHelp() {
    Cli.Run run = Cli.run("score", "--mapp", "x.png", "a.png", "b.png");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--mapp");
  }

  @Test
  void aFaultOfOurOwnSaysWhereTheLogLiesAndShowsNoStackTrace() throws Exception {
    LogFile log = LogFile.ofThisProcess();

    Cli.Run run = fail(new IllegalStateException("boom"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("fault of Pixelwatch", "boom", log.path().toString(), "report")
        .doesNotContain("\tat ");
    assertThat(Files.readString(Path.of(log.path().toString()))).contains("boom", "\tat ");
  }

  @Test
  void tooLittleMemoryIsSaidWithWhatToDo() {
    StringWriter err = new StringWriter();

    int exitCode =
        new Failures(LogFile.ofThisProcess())
            .handleError(new OutOfMemoryError("Java heap space"), new PrintWriter(err, true));

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString()).contains("not enough memory", "-Xmx4g");
  }

  @Test
  void tooLittleMemoryForAThreadOfTheCommandIsSaidInTheSameWords() {
    Cli.Run run =
        fail(new IllegalStateException("a pair", new OutOfMemoryError("Java heap space")));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("not enough memory: Java heap space", "-Xmx4g");
  }

  @Test
  void aMistakeThatALibraryWrappedIsStillTheUsersMistake() {
    UserError mistake = new UserError("the disk is full", "Free some space");

    Cli.Run run =
        fail(new IllegalStateException("wrapped", new RuntimeException("twice", mistake)));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("pixelwatch: the disk is full.\nFree some space.\n");
  }

  @Test
  void aSentenceThatHasItsEndGetsNoOther() {
    Cli.Run run = fail(new UserError("there is nothing to do.", "Did you mean watch?"));

    assertThat(run.err()).isEqualTo("pixelwatch: there is nothing to do.\nDid you mean watch?\n");
  }

  @Test
  void whatIsMissingFromTheProgramIsOurFault() {
    StringWriter err = new StringWriter();

    int exitCode =
        new Failures(LogFile.ofThisProcess())
            .handleError(new NoClassDefFoundError("a/Part"), new PrintWriter(err, true));

    assertThat(exitCode).isEqualTo(1);
    assertThat(err.toString()).contains("fault of Pixelwatch", "a/Part").doesNotContain("\tat ");
  }

  private static Cli.Run fail(RuntimeException failure) {
    StringWriter err = new StringWriter();
    CommandLine failing = new CommandLine(new Failing(failure));
    failing.setErr(new PrintWriter(err, true));
    failing.setExecutionExceptionHandler(new Failures(LogFile.ofThisProcess()));
    return new Cli.Run(failing.execute(), "", err.toString());
  }

  @CommandLine.Command(name = "failing")
  private static final class Failing implements Runnable {
    private final RuntimeException failure;

    Failing(RuntimeException failure) {
      this.failure = failure;
    }

    @Override
    public void run() {
      throw failure;
    }
  }
}
