package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What holds for every command, those below others included. */
final class CommandTreeTest {
  private static final Pattern IN_CODE = Pattern.compile("\\./pixelwatch ([^`|#\\n]* [^`|#\\n]*)");

  /** All commands as they are typed, the program alone first. */
  static Stream<String> commands() {
    List<String> names = new ArrayList<>();
    collect(program(), "", names);
    return names.stream();
  }

  private static void collect(CommandLine command, String words, List<String> names) {
    names.add(words);
    command
        .getSubcommands()
        .forEach((name, below) -> collect(below, (words + " " + name).strip(), names));
  }

  @Test
  void theCommandsOfTheReadmeAreThere() {
    assertThat(commands())
        .containsExactlyInAnyOrder(
            "",
            "demo",
            "watch",
            "attach",
            "monitor",
            "broker",
            "score",
            "distort",
            "calibrate",
            "train",
            "evaluate",
            "bench",
            "bench network",
            "bench pipeline",
            "bench detectors",
            "bench replay",
            "bench compare",
            "baseline",
            "record",
            "inspect",
            "replay",
            "process",
            "compare",
            "doctor");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void itsHelpFitsATerminalOfEightyColumns(String command) {
    Cli.Run run = Cli.run((Object[]) words(command + " --help"));

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(("Usage: pixelwatch " + command).strip());
    assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void itKnowsItsVersion(String command) {
    Cli.Run run = Cli.run((Object[]) words(command + " --version"));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo(Cli.run("--version").out());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyOptionAndArgumentIsExplainedWithItsDefault(String command) {
    CommandLine.Model.CommandSpec spec = find(command).getCommandSpec();

    assertThat(spec.options())
        .allSatisfy(
            option -> assertThat(option.description()).as(option.longestName()).isNotEmpty())
        .filteredOn(option -> option.defaultValue() != null && option.arity().max() > 0)
        .filteredOn(option -> !option.names()[0].equals("--steps"))
        .allSatisfy(
            option ->
                assertThat(String.join(" ", option.description()))
                    .contains("(default: " + option.defaultValue() + ")"));
    assertThat(spec.positionalParameters())
        .extracting(PositionalParamSpec::description)
        .allSatisfy(text -> assertThat(text).isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theExamplesInItsHelpAreUnderstood(String command) {
    Stream.of(find(command).getCommandSpec().usageMessage().footer())
        .map(String::strip)
        .filter(line -> line.startsWith("pixelwatch "))
        .forEach(line -> assertUnderstood(line.substring("pixelwatch ".length())));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void anOptionThatItDoesNotHavePointsToItsOwnHelp(String command) {
    Cli.Run run = Cli.run((Object[]) words(command + " --colour-of-the-sky"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("pixelwatch: ").doesNotContain("\tat ", "Exception");
  }

  @Test
  void theCommandLinesOfTheDocumentsAreUnderstood() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String document : List.of("README.md", "CONTRIBUTING.md", "RATIONALE.md")) {
      Matcher matcher = IN_CODE.matcher(Files.readString(Path.of("..", document)));
      while (matcher.find()) {
        lines.add(matcher.group(1).strip());
      }
    }

    assertThat(lines).hasSizeGreaterThan(10).allSatisfy(CommandTreeTest::assertUnderstood);
  }

  @Test
  void theHelpOfTheProgramNamesEveryCommandAndTheExitCodes() {
    String help = Cli.run().out();

    assertThat(program().getSubcommands().keySet())
        .allSatisfy(name -> assertThat(help).containsPattern("(?m)^  " + name + " "));
    assertThat(help).contains("0 done", "1 a fault of Pixelwatch", "2 something in the input");
  }

  private static void assertUnderstood(String line) {
    assertThatCode(() -> program().parseArgs(words(line))).as(line).doesNotThrowAnyException();
  }

  private static CommandLine find(String command) {
    CommandLine found = program();
    for (String word : words(command)) {
      found = found.getSubcommands().get(word);
    }
    return found;
  }

  private static CommandLine program() {
    return Main.commandLine(LogFile.ofThisProcess());
  }

  private static String[] words(String line) {
    return Arrays.stream(line.strip().split(" +"))
        .filter(word -> !word.isEmpty())
        .toArray(String[]::new);
  }
}
