package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts that make and unpack a bundle, in a copy of the project's outline, with a Maven that
 * hands out a prepared library and a jlink whose Java only says how it was called: a whole bundle
 * takes minutes.
 */
final class BundleTest {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path folder;
  private Path make;
  private Path out;

  @BeforeEach
  void layOutAProject() throws IOException {
    Path root = folder.resolve("project");
    for (String name :
        List.of(
            "pom.xml",
            "pixelwatch",
            "LICENSE",
            "README.md",
            "docs/files.md",
            "dashboards/fleet.json",
            "models/weights/live.md",
            "tools/bundle/make",
            "tools/bundle/unpack",
            "tools/bundle/measure",
            "tools/bundle/modules")) {
      Files.createDirectories(root.resolve(name).getParent());
      Files.copy(PROJECT.resolve(name), root.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.createDirectories(root.resolve("tools/target"));
    make = root.resolve("tools/bundle/make");
    out = folder.resolve("out");
    Path library = folder.resolve("rocksdbjni-1.0.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(library))) {
      for (String name : List.of("linux64.so", "linux-aarch64.so", "win64.dll", "Rocks.class")) {
        zip.putNextEntry(new ZipEntry("lib/librocksdbjni-" + name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    program(
        "mvn",
        "mkdir '" + root + "/tools/target/dependency'",
        "cp '" + library + "' '" + root + "/tools/target/dependency/'",
        "version=$(sed -n 's/.*<version>\\(.*\\)<.*/\\1/p' '" + root + "/pom.xml' | head -n 1)",
        "touch '" + root + "/tools/target/pixelwatch-tools-'$version.jar",
        "echo \"$*\" >'" + folder.resolve("mvn.log") + "'");
    program(
        "jlink",
        "while [ $# -gt 0 ]; do [ \"$1\" = --output ] && jre=$2; shift; done",
        "mkdir -p \"$jre/bin\"",
        "printf '#!/bin/bash\\necho \"bundled $*\"\\n' >\"$jre/bin/java\"",
        "chmod +x \"$jre/bin/java\"");
  }

  @Test
  void itsPiecesBecomeAPixelwatchThatStarts() throws Exception {
    Run made = run(make, "--out", out.toString(), "--piece", "4K");

    assertThat(made.exitCode()).as(made.output()).isZero();
    assertThat(names(out)).anyMatch(n -> n.endsWith(".gz.001")).contains("unpack");
    for (Path piece : files(out)) {
      assertThat(Files.size(piece)).as(piece.toString()).isLessThanOrEqualTo(4096);
    }
    Path target = folder.resolve("unpacked");
    Run unpacked = run(out.resolve("unpack"), target.toString());
    assertThat(unpacked.exitCode()).as(unpacked.output()).isZero();
    assertThat(unpacked.output()).contains("bundled ", target + "/lib/*", "Main doctor");
    assertThat(names(target)).contains("LICENSE", "README.md", "measure", "pixelwatch");
    // What the README links to.
    assertThat(target.resolve("docs/files.md")).exists();
    assertThat(target.resolve("dashboards/fleet.json")).exists();
    assertThat(target.resolve("models/weights/live.md")).exists();
  }

  @Test
  void nativeCodeForOtherSystemsStaysBehind() throws Exception {
    run(make, "--out", out.toString());
    Path target = folder.resolve("unpacked");
    run(out.resolve("unpack"), target.toString());

    try (ZipFile zip = new ZipFile(target.resolve("lib/rocksdbjni-1.0.jar").toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .contains("lib/librocksdbjni-Rocks.class")
          .doesNotContain("lib/librocksdbjni-win64.dll")
          .filteredOn(name -> name.endsWith(".so"))
          .hasSize(1);
    }
  }

  @Test
  void aPieceThatIsDamagedOrMissingIsNamed() throws Exception {
    run(make, "--out", out.toString(), "--piece", "4K");
    Path first = piece("gz.000");
    byte[] bytes = Files.readAllBytes(first);
    bytes[1000]++;
    Files.write(first, bytes);
    Path second = piece("gz.001");
    Files.delete(second);

    Run unpacked = run(out.resolve("unpack"), folder.resolve("unpacked").toString());

    assertThat(unpacked.exitCode()).isEqualTo(2);
    assertThat(unpacked.output())
        .contains("missing or damaged: " + first.getFileName() + " " + second.getFileName())
        .contains("Copy them again.");
    assertThat(folder.resolve("unpacked")).doesNotExist();
  }

  @Test
  void twoBundlesInOneFolderAreNotMixed() throws Exception {
    run(make, "--out", out.toString());
    Files.writeString(out.resolve("pixelwatch-9-linux-x86_64.sha256"), "");

    Run unpacked = run(out.resolve("unpack"), folder.resolve("unpacked").toString());

    assertThat(unpacked.exitCode()).isEqualTo(2);
    assertThat(unpacked.output()).contains("several bundles lie in " + out);
  }

  @Test
  void aSizeThatIsNoneIsRefusedBeforeAnythingIsBuilt() throws Exception {
    Run made = run(make, "--out", out.toString(), "--piece", "large");

    assertThat(made.exitCode()).isEqualTo(2);
    assertThat(made.output()).contains("--piece is large, which is no size");
    assertThat(folder.resolve("mvn.log")).doesNotExist();
    assertThat(out).doesNotExist();
  }

  @Test
  void whatABenchSaysBecomesARowForEachNetworkAndSize() throws Exception {
    Path measure = benchThatSays("");

    Run measured = run(measure, folder.resolve("measured.md").toString());

    assertThat(measured.exitCode()).as(measured.output()).isZero();
    assertThat(folder.resolve("measured.md"))
        .content()
        .contains("| live | engine |", "| studio | engine |", "covers all", "network studio on cpu")
        .containsPattern("\\| 1280x720 \\| cpu \\| \\d+ \\| 12.3 \\| 4.5 \\| 6.7 \\|")
        .containsPattern("\\| 3840x2160 \\| cpu \\| \\d+ \\| 12.3 \\| 4.5 \\| 6.7 \\|")
        .doesNotContain("tensorrt");
  }

  @Test
  void whereAGpuCanBeUsedItIsMeasuredToo() throws Exception {
    Path measure =
        benchThatSays("info     gpu        TensorRT 11.2.1 on NVIDIA H200 (9.0) can be used");

    Run measured = run(measure, folder.resolve("measured.md").toString());

    assertThat(measured.exitCode()).as(measured.output()).isZero();
    assertThat(folder.resolve("measured.md"))
        .content()
        .contains("| 1920x1080 | tensorrt | 1 | 12.3 | 4.5 | 6.7 |")
        .contains("| 1920x1080 | tensorrt-fp32 | 1 | 12.3 | 4.5 | 6.7 |")
        .contains("- tensorrt at 1280x720 with the CPU, 15 pairs: all well")
        .contains("network live on cpu", "network live on tensorrt-fp32");
  }

  @Test
  void aBenchThatSaysNothingIsAnError() throws Exception {
    Path measure = benchThatSays("");
    Files.writeString(measure.resolveSibling("pixelwatch"), "#!/bin/bash\necho nothing\n");

    assertThat(run(measure, "again.md").exitCode()).isEqualTo(1);
  }

  /** The script beside a stand-in for Pixelwatch, whose doctor says this line. */
  private Path benchThatSays(String doctor) throws Exception {
    Path measure = make.resolveSibling("measure");
    Path launcher = measure.resolveSibling("pixelwatch");
    Files.writeString(
        launcher,
        """
        #!/bin/bash
        [ "$1" = doctor ] && echo "%s" && exit
        echo "12.3 pairs/s at $8 with 2 workers; latency median 4.5 ms, p99 6.7 ms"
        echo covers all
        [ "$6" = cpu ] || echo "with the CPU, 15 pairs: all well"
        echo "pixelwatch 0.1.0, network $4 on $6"
        """
            .formatted(doctor));
    launcher.toFile().setExecutable(true);
    return measure;
  }

  @Test
  void aFolderThatHoldsSomethingIsLeftAlone() throws Exception {
    Files.createDirectories(out);
    Path mine = Files.writeString(out.resolve("mine"), "mine");

    Run made = run(make, "--out", out.toString());

    assertThat(made.exitCode()).isEqualTo(2);
    assertThat(made.output()).contains(out + " is not empty");
    assertThat(mine).hasContent("mine");
    assertThat(files(out)).containsExactly(mine);
  }

  @Test
  void aBuildThatFailsSaysWhereItsOutputIs() throws Exception {
    program("mvn", "echo '[ERROR] it broke'; exit 1");

    Run made = run(make, "--out", out.toString());

    assertThat(made.exitCode()).isEqualTo(2);
    assertThat(made.output()).contains("the build failed", out.resolve("build.log").toString());
    assertThat(out.resolve("build.log")).content().contains("it broke");
  }

  @Test
  void pyTorchComesOnlyWhereAskedFor() throws Exception {
    run(make, "--out", out.toString());
    assertThat(folder.resolve("mvn.log")).content().doesNotContain("pytorch");

    run(make, "--training", "--out", folder.resolve("training").toString());
    assertThat(folder.resolve("mvn.log")).content().contains("-Ppytorch ");
  }

  @Test
  void tensorRtComesOnlyWhereAskedFor() throws Exception {
    run(make, "--out", out.toString());
    assertThat(folder.resolve("mvn.log")).content().doesNotContain("tensorrt");

    run(make, "--training", "--tensorrt", "--out", folder.resolve("gpu").toString());
    assertThat(folder.resolve("mvn.log")).content().contains("-Ppytorch,tensorrt ");
  }

  private record Run(int exitCode, String output) {}

  private Run run(Path script, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(folder.toFile());
    builder.environment().compute("PATH", (name, path) -> folder.resolve("bin") + ":" + path);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), output);
  }

  private Path piece(String end) throws IOException {
    return files(out).stream().filter(f -> f.toString().endsWith(end)).findFirst().orElseThrow();
  }

  private static List<String> names(Path of) throws IOException {
    return files(of).stream().map(file -> file.getFileName().toString()).toList();
  }

  private static List<Path> files(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.sorted().toList();
    }
  }

  private void program(String name, String... lines) throws IOException {
    Path file = folder.resolve("bin").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/bash\n" + String.join("\n", lines) + "\n");
    file.toFile().setExecutable(true);
  }
}
