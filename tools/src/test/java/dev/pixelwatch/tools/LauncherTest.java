package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a copy of the project's outline, with a Maven and a Java that only write down how
 * they were called: what is proved here is when it builds and what it starts.
 */
final class LauncherTest {
  private static final Path LAUNCHER = Path.of("..", "pixelwatch").toAbsolutePath().normalize();

  @TempDir Path folder;
  private Path root;
  private Path source;
  private Path library;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void layOutAProject() throws IOException {
    root = Files.createDirectories(folder.resolve("project"));
    Files.copy(LAUNCHER, root.resolve("pixelwatch"));
    root.resolve("pixelwatch").toFile().setExecutable(true);
    source = Files.createDirectories(root.resolve("tools/src/main/java")).resolve("Main.java");
    Files.writeString(source, "class Main {}");
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Files.createDirectories(root.resolve("tools/target/classes"));
    library = Files.writeString(folder.resolve("library.jar"), "");
    program(
        "jdk/bin/java",
        "[ \"$1\" = -version ] && { echo 'openjdk version \"17.0.1\"' >&2; exit; }",
        "echo \"java $*\"");
    program("jdk/bin/javac");
    program(
        "bin/mvn",
        "echo \"$*\" >>'" + folder.resolve("mvn.log") + "'",
        "for a; do case $a in -Dmdep.outputFile=*) echo '"
            + library
            + "' >\"${a#*=}\" ;; esac; done");
  }

  @Test
  void theFirstStartBuildsAndSaysSo() throws Exception {
    Launch launch = launch("watch", "a.mp4");

    assertThat(launch.exitCode()).isZero();
    assertThat(launch.output())
        .contains("Building Pixelwatch")
        .contains("dev.pixelwatch.tools.Main watch a.mp4")
        .contains(library.toString());
  }

  @Test
  void theSecondStartDoesNotAskMaven() throws Exception {
    launch("watch");
    Launch second = launch("watch");

    assertThat(second.output()).doesNotContain("Building");
    assertThat(builds()).hasSize(1);
  }

  @Test
  void aChangedSourceIsBuilt() throws Exception {
    launch("watch");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

    assertThat(launch("watch").output()).contains("Building");
  }

  @Test
  void aRemovedSourceIsBuilt() throws Exception {
    launch("watch");
    Files.delete(source);
    Files.setLastModifiedTime(source.getParent(), FileTime.from(Instant.now().plusSeconds(5)));

    assertThat(launch("watch").output()).contains("Building");
  }

  @Test
  void aCopyElsewhereIsBuiltOnItsOwn() throws Exception {
    launch("watch");
    Files.move(root, folder.resolve("moved"));
    root = folder.resolve("moved");

    assertThat(launch("watch").output()).contains("Building");
    assertThat(launch("watch").output()).doesNotContain("Building");
  }

  @Test
  void aLibraryThatIsGoneIsFetchedAgain() throws Exception {
    launch("watch");
    Files.delete(library);

    assertThat(launch("watch").output()).contains("Building");
  }

  @Test
  void whatScoresForDaysTakesItsHeapAtTheStart() throws Exception {
    assertThat(launch("attach", "--config", "rig.yaml").output())
        .contains("-Xms640m")
        .contains("AlwaysPreTouch");
    assertThat(launch("attach", "--publish-only").output()).contains("-Xms64m ");
    assertThat(launch("watch").output()).doesNotContain("AlwaysPreTouch");
  }

  @Test
  void onlyTrainingAsksForPyTorch() throws Exception {
    launch("watch");
    launch("train", "--photos", "p");

    assertThat(builds().get(0)).doesNotContain("pytorch");
    assertThat(builds().get(1)).contains("-Ppytorch");
    assertThat(launch("train", "--help").output()).doesNotContain("Building");
  }

  @Test
  void whatIsBuiltWithMoreIsKeptBesideTheUsual() throws Exception {
    launch("watch");
    environment.put("PIXELWATCH_PROFILES", "tensorrt");
    launch("watch");
    launch("train", "--photos", "p");
    Launch again = launch("watch");
    environment.clear();
    Launch usual = launch("watch");

    assertThat(builds()).hasSize(3);
    assertThat(builds().get(0)).doesNotContain(" -P");
    assertThat(builds().get(1)).contains("-Ptensorrt ");
    assertThat(builds().get(2)).contains("-Ptensorrt,pytorch ");
    assertThat(List.of(again, usual))
        .allSatisfy(launch -> assertThat(launch.output()).doesNotContain("Building"));
  }

  @Test
  void aBuildThatFailsShowsMavensErrorsAndWhereTheRestLies() throws Exception {
    program("bin/mvn", "echo '[INFO] chatter'; echo '[ERROR] it broke'; exit 1");

    Launch launch = launch("watch");

    assertThat(launch.exitCode()).isEqualTo(1);
    assertThat(launch.output()).contains("[ERROR] it broke", "build.log").doesNotContain("chatter");
  }

  @Test
  void aJavaThatIsTooOldIsNamed() throws Exception {
    program("jdk/bin/java", "echo 'openjdk version \"11.0.2\"' >&2");

    Launch launch = launch("watch");

    assertThat(launch.exitCode()).isEqualTo(2);
    assertThat(launch.output()).contains("is Java 11", "needs 17");
  }

  @Test
  void withoutMavenItSaysWhatToInstall() throws Exception {
    Files.delete(folder.resolve("bin/mvn"));

    Launch launch = launch("watch");

    assertThat(launch.exitCode()).isEqualTo(2);
    assertThat(launch.output()).contains("Install Maven 3.8 or newer");
  }

  @Test
  void itIsFoundThroughALinkFromAnotherFolder() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("pw"), root.resolve("pixelwatch"));

    Launch launch = launch(link, "doctor");

    assertThat(launch.output()).contains("dev.pixelwatch.tools.Main doctor");
  }

  @Test
  void inABundleItStartsTheJavaBesideItAndBuildsNothing() throws Exception {
    program("project/jre/bin/java", "echo \"bundled $*\"");
    Files.delete(folder.resolve("bin/mvn"));
    Files.delete(folder.resolve("jdk/bin/java"));

    Launch launch = launch("doctor");

    assertThat(launch.exitCode()).isZero();
    assertThat(launch.output())
        .startsWith("bundled ")
        .contains("-cp " + root + "/lib/* dev.pixelwatch.tools.Main doctor");
  }

  @Test
  void twoStartsAtOnceBuildOnce() throws Exception {
    Process first = start(root.resolve("pixelwatch"), "watch");
    Process second = start(root.resolve("pixelwatch"), "watch");

    assertThat(finish(first).exitCode()).isZero();
    assertThat(finish(second).exitCode()).isZero();
    assertThat(builds()).hasSize(1);
  }

  private record Launch(int exitCode, String output) {}

  private Launch launch(String... arguments) throws Exception {
    return launch(root.resolve("pixelwatch"), arguments);
  }

  private Launch launch(Path launcher, String... arguments) throws Exception {
    return finish(start(launcher, arguments));
  }

  private Process start(Path launcher, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("bash", launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(folder.toFile());
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().put("PATH", folder.resolve("bin") + ":" + tools());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Launch finish(Process process) throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Launch(process.exitValue(), output);
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(folder.resolve("mvn.log"));
  }

  /** The usual programs of a shell, but no Maven. */
  private Path tools() throws IOException {
    Path tools = folder.resolve("tools");
    if (Files.exists(tools)) {
      return tools;
    }
    Files.createDirectories(tools);
    List<String> needed =
        List.of(
            "bash",
            "cat",
            "cut",
            "dirname",
            "find",
            "flock",
            "grep",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "sed",
            "sleep",
            "stty",
            "touch");
    for (String name : needed) {
      for (String place : System.getenv("PATH").split(":", -1)) {
        Path program = Path.of(place, name);
        if (Files.isExecutable(program)) {
          program("tools/" + name, "exec " + program + " \"$@\"");
        }
      }
    }
    return tools;
  }

  private void program(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/bash\n" + String.join("\n", lines) + "\n");
    file.toFile().setExecutable(true);
  }
}
