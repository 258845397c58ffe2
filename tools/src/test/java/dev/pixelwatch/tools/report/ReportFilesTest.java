package dev.pixelwatch.tools.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report is there whole, or it can be seen that it is not. */
class ReportFilesTest {
  private static final List<FrameResult> RESULTS = Runs.eventful();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"summary.json", "frames.csv", "report.html"})
  void aFolderInThePlaceOfAFileIsNamedAndLeftAlone(String name) throws IOException {
    Path own = Files.createDirectories(folder.resolve(name)).resolve("own.txt");
    Files.writeString(own, "mine");

    UserError error = catchThrowableOfType(UserError.class, this::write);

    assertThat(error).hasMessageStartingWith("cannot write " + folder.resolve(name));
    assertThat(error.hint()).endsWith(".");
    assertThat(own).hasContent("mine");
  }

  @Test
  void aFileInThePlaceOfThePicturesIsNamed() throws IOException {
    Files.writeString(folder.resolve("frames"), "mine");

    UserError error = catchThrowableOfType(UserError.class, this::write);

    assertThat(error).hasMessageContaining(folder.resolve("frames").toString());
    assertThat(folder.resolve("frames")).hasContent("mine");
  }

  @Test
  void aReportThatCouldNotBeFinishedHasNoSummaryEvenIfAnEarlierOneHad() throws IOException {
    write();
    Files.delete(folder.resolve("report.html"));
    Files.createDirectories(folder.resolve("report.html/in-the-way"));

    assertThatThrownBy(this::write).isInstanceOf(UserError.class);

    assertThat(folder.resolve("summary.json")).doesNotExist();
  }

  @Test
  void nothingButTheReportIsLeftInItsFolderWhetherItCouldBeWrittenOrNot() throws IOException {
    write();
    assertThat(names())
        .containsExactlyInAnyOrder("frames", "frames.csv", "report.html", "summary.json");

    Files.delete(folder.resolve("frames.csv"));
    Files.createDirectories(folder.resolve("frames.csv/in-the-way"));
    assertThatThrownBy(this::write).isInstanceOf(UserError.class);

    assertThat(names()).containsExactlyInAnyOrder("frames", "frames.csv", "report.html");
  }

  @Test
  void picturesOfAnotherRunWithLongerFrameNumbersAreRemovedToo() throws IOException {
    Path old =
        Files.createDirectories(folder.resolve("frames")).resolve("frame-12345678901-tint.png");
    Files.writeString(old, "old");

    write();

    assertThat(old).doesNotExist();
  }

  private void write() {
    ReportWriter.write(folder, Summary.of(Runs.info(), RESULTS), RESULTS, Runs.ramps(64, 48));
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
