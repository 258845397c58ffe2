package dev.pixelwatch.tools.record;

import static dev.pixelwatch.tools.record.SampleRecords.BUILD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes no more, which a limit of the system on the size of files stands for. */
final class FullDiskTest {
  /** Room for the libraries that the program unpacks, and for some hundred frames. */
  private static final int BLOCKS_OF_512_BYTES = 8 << 11;

  @TempDir private Path temp;

  /** Records frames until it cannot; runs as a program of its own, whose files are limited. */
  static final class Recorder {
    public static void main(String[] arguments) {
      try (RecordingWriter writer = RecordingWriter.create(Path.of(arguments[0]), "test")) {
        for (long frame = 0; frame < 10_000; frame++) {
          SampleRecords.append(writer, SampleRecords.of(BUILD, frame, frame + 1));
        }
      } catch (UserError e) {
        System.out.println(e.getMessage() + ": " + e.hint());
        System.exit(2);
      }
    }
  }

  @Test
  void whatWasRecordedBeforeTheDiskWasFullIsWhole() throws Exception {
    Path folder = temp.resolve("recording");

    Process process = record(folder);
    String said = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isEqualTo(2);
    assertThat(said).contains("cannot be written on", "What was recorded before is whole");
    try (Recording recording = Recording.open(folder)) {
      Inspection inspection = Inspection.of(recording);
      assertThat(inspection.flaws()).isEmpty();
      assertThat(inspection.found().ended()).contains("could not be written on");
      assertThat(recording.count(BUILD, RecordKind.REFERENCE)).isBetween(100L, 9_999L);
      assertThat(recording.scores(BUILD)).hasSizeGreaterThan(100);
    }
  }

  private static Process record(Path folder) throws IOException {
    return new ProcessBuilder(
            "sh",
            "-c",
            "ulimit -f " + BLOCKS_OF_512_BYTES + "; exec \"$@\"",
            "sh",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            Recorder.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .start();
  }
}
