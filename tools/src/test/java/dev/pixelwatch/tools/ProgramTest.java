package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as the launcher starts it: exit codes, the two streams, and its log. */
final class ProgramTest {
  @TempDir Path folder;
  private Path image;
  private Path temporary;

  @BeforeEach
  void layOutFiles() throws IOException {
    image = Clips.image(folder.resolve("image.png"), Clips.street(64, 64, 1).get(0));
    temporary = Files.createDirectory(folder.resolve("temporary"));
  }

  @Test
  void aResultGoesToTheOutputAloneAndLeavesNoLog() throws Exception {
    Program.End end = run(List.of(), "score", image, image);

    assertThat(end.exitCode()).as(end.err()).isZero();
    assertThat(end.out()).startsWith("score +0.0 points");
    assertThat(end.err()).isEmpty();
    assertThat(logs()).isEmpty();
  }

  @Test
  void aMistakeIsToldInTwoLinesWhateverTheLibrariesWouldSay() throws Exception {
    Program.End end = run(List.of(), "distort", image, "--contact-sheet", "--out", folder);

    assertThat(end.exitCode()).isEqualTo(2);
    assertThat(end.out()).isEmpty();
    assertThat(end.err().lines()).hasSize(2);
    assertThat(end.err()).startsWith("pixelwatch: cannot write " + folder);
    assertThat(logs()).isEmpty();
  }

  @Test
  void anImageThatIsTooLargeForTheMemoryIsSaidWithWhatToDo() throws Exception {
    Path large = folder.resolve("large.png");
    ImageIO.write(new BufferedImage(3000, 2000, BufferedImage.TYPE_INT_RGB), "png", large.toFile());

    Program.End end = run(List.of("-Xmx40m"), "score", large, large);

    assertThat(end.exitCode()).isEqualTo(2);
    assertThat(end.err()).contains("not enough memory", "PIXELWATCH_JAVA_OPTS");
  }

  @Test
  void aPartOfTheProgramThatIsMissingIsOurFaultAndTheLogIsKept() throws Exception {
    String crippled =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("commons-csv"))
            .collect(Collectors.joining(File.pathSeparator));
    Path pairs = Files.writeString(folder.resolve("p.csv"), "ref,dist\nimage.png,image.png\n");

    Program.End end =
        end(
            Program.start(
                folder, crippled, Main.class, options(), "score", "--pairs", pairs, "--out", "o"));

    assertThat(end.exitCode()).isEqualTo(1);
    assertThat(end.err())
        .contains("fault of Pixelwatch", "NoClassDefFoundError", temporary.toString())
        .doesNotContain("\tat ");
    assertThat(logs()).hasSize(1);
    assertThat(Files.readString(logs().get(0))).contains("NoClassDefFoundError", "\tat ");
  }

  @Test
  void aDoctorWithoutAFolderForTemporaryFilesMissesItAndSaysSoWithItsExitCode() throws Exception {
    Files.delete(temporary);

    Program.End end = run(List.of(), "doctor");

    assertThat(end.exitCode()).isEqualTo(2);
    assertThat(end.out()).containsPattern("(?m)^missing +disk .*" + temporary);
    assertThat(end.out()).containsPattern("(?m)^ok +ports ");
    assertThat(end.out()).containsPattern("(?m)^ {20}.*-Djava.io.tmpdir=DIR");
  }

  @Test
  void aWatchWithABrokerOfItsOwnLeavesNothingOfItBehind() throws Exception {
    Path video = Clips.video(folder.resolve("video.mkv"), Clips.street(96, 64, 12));

    Program.End end = run(List.of(), "watch", video, video);

    assertThat(end.exitCode()).as(end.err()).isZero();
    assertThat(end.out()).contains("12 of 12 frames scored");
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("pixelwatch-"));
    }
  }

  private Program.End run(List<String> options, Object... arguments) throws Exception {
    return end(
        Program.start(
            folder,
            Main.class,
            Stream.concat(options().stream(), options.stream()).toList(),
            arguments));
  }

  private List<String> options() {
    return List.of("-Djava.io.tmpdir=" + temporary);
  }

  private static Program.End end(Program program) throws Exception {
    try (program) {
      return program.end();
    }
  }

  private List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.filter(file -> file.toString().endsWith(".log")).toList();
    }
  }
}
