package dev.pixelwatch.tools.record;

import static dev.pixelwatch.tools.record.SampleRecords.BUILD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.Pictures;
import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.Records;
import dev.pixelwatch.tools.FullDisk;
import dev.pixelwatch.tools.Main;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FullDiskTest {
  /** Room for the libraries that the program unpacks, and for some hundred frames. */
  private static final int BLOCKS_OF_512_BYTES = 6 << 10;

  /** So many frames of grain, which does not become smaller, are twice as large as the limit. */
  private static final int FRAMES = 80;

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
  void aBuildThatDoesNotFitIsCutOffAndToldAsSuch() throws Exception {
    Path source = grain(temp.resolve("source"));
    Path folder = temp.resolve("build8");

    Process process =
        limited(
            Main.class,
            "process",
            source,
            "--through",
            "exec:cat",
            "--build",
            "8",
            "--no-score",
            "--out",
            folder);
    String said = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isEqualTo(2);
    assertThat(said).contains("cannot be written on", "What was recorded before is whole");
    try (Recording recording = Recording.open(folder)) {
      assertThat(recording.flaws()).isEmpty();
      assertThat(recording.count(BUILD, RecordKind.REFERENCE)).isEqualTo(FRAMES);
    }
  }

  @Test
  void whatWasRecordedBeforeTheDiskWasFullIsWhole() throws Exception {
    Path folder = temp.resolve("recording");

    Process process = limited(Recorder.class, folder);
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

  /** A recording of reference frames that nothing makes smaller. */
  private static Path grain(Path folder) {
    Random random = new Random(1);
    try (RecordingWriter writer = RecordingWriter.create(folder, "test")) {
      for (long number = 0; number < FRAMES; number++) {
        Picture like = SampleRecords.picture(0);
        byte[] luma = new byte[256 * 208];
        byte[] chroma = new byte[luma.length / 4];
        random.nextBytes(luma);
        random.nextBytes(chroma);
        Picture picture = new Picture(256, 208, luma, chroma, chroma, like.matrix(), like.range());
        Frame frame = Pictures.toFrame(SampleRecords.identity(BUILD, number), picture);
        writer.append(RecordKind.REFERENCE, number, 0, null, Records.FRAME.encode(frame));
      }
    }
    return folder;
  }

  /** Runs a program that can write no file beyond the limit. */
  private static Process limited(Class<?> program, Object... arguments) throws IOException {
    return FullDisk.program(BLOCKS_OF_512_BYTES, program, arguments).start();
  }
}
