package dev.pixelwatch.tools.record;

import static dev.pixelwatch.tools.record.SampleRecords.BUILD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.Score;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DamagedRecordingTest {
  private static final String FRAMES = "cam_1.7.frames.processed.avro";
  private static final String SCORES = "cam_1.7.scores.avro";

  @TempDir private Path temp;

  @Test
  void ofATruncatedFileTheWholeFramesAreReadAndTheRestIsNamed() throws IOException {
    SampleRecords.record(temp, BUILD, 0, 10);
    Path file = temp.resolve(FRAMES);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));
    try (Recording recording = Recording.open(temp)) {
      assertThat(recording.frames(BUILD, Side.PROCESSED).map(Frame::getFrameNumber))
          .containsExactlyElementsOf(LongStream.range(0, 9).boxed().toList());
      assertThat(recording.flaws())
          .singleElement()
          .asString()
          .contains(FRAMES, "are no whole block");
    }
  }

  @Test
  void aFrameWithAChangedPixelIsLeftOutAndNamed() throws IOException {
    SampleRecords.record(temp, BUILD, 0, 10);
    flip(temp.resolve(FRAMES), 0.55);
    try (Recording recording = Recording.open(temp)) {
      assertThat(recording.frames(BUILD, Side.PROCESSED)).hasSize(9);
      assertThat(recording.flaws()).singleElement().asString().contains(FRAMES, "is damaged");
    }
  }

  @Test
  void framesBehindADamagedBlockAreStillFound() throws IOException {
    SampleRecords.record(temp, BUILD, 0, 10);
    Path file = temp.resolve(FRAMES);
    byte[] bytes = Files.readAllBytes(file);
    int middle = bytes.length / 2;
    byte[] shorter = new byte[bytes.length - 7];
    System.arraycopy(bytes, 0, shorter, 0, middle);
    System.arraycopy(bytes, middle + 7, shorter, middle, shorter.length - middle);
    Files.write(file, shorter);
    try (Recording recording = Recording.open(temp)) {
      assertThat(recording.frames(BUILD, Side.PROCESSED)).hasSize(9);
      assertThat(recording.flaws()).singleElement().asString().contains(FRAMES, "left out");
    }
  }

  @Test
  void damagedScoresAreLeftOutAndNamed() throws IOException {
    try (RecordingWriter writer = RecordingWriter.create(temp, "test")) {
      SampleRecords.append(writer, SampleRecords.of(BUILD, 0, 10));
      writer.flush();
      SampleRecords.append(writer, SampleRecords.of(BUILD, 10, 20));
    }
    flip(temp.resolve(SCORES), 0.95);
    try (Recording recording = Recording.open(temp)) {
      assertThat(recording.scores(BUILD).map(Score::getFrameNumber))
          .containsExactlyElementsOf(LongStream.range(0, 10).boxed().toList());
      assertThat(recording.flaws()).singleElement().asString().contains(SCORES, "damaged");
    }
  }

  @Test
  void aRecordingThatWasNeverClosedIsReadUpToItsLastFlush() {
    RecordingWriter writer = RecordingWriter.create(temp, "test");
    SampleRecords.append(writer, SampleRecords.of(BUILD, 0, 10));
    writer.flush();
    SampleRecords.append(writer, SampleRecords.of(BUILD, 10, 12));
    try (Recording recording = Recording.open(temp)) {
      assertThat(recording.scores(BUILD)).hasSize(10);
      assertThat(recording.maps(BUILD)).hasSize(10);
      assertThat(recording.frames(BUILD, Side.REFERENCE)).hasSizeGreaterThanOrEqualTo(10);
      assertThat(recording.flaws()).anyMatch(flaw -> flaw.contains("not closed in order"));
    }
  }

  @Test
  void withoutAManifestTheFilesSayWhatThereIs() throws IOException {
    SampleRecords.record(temp, BUILD, 0, 10);
    Files.delete(temp.resolve(Manifest.FILE));
    try (Recording recording = Recording.open(temp)) {
      assertThat(recording.scores(BUILD)).hasSize(10);
      assertThat(recording.flaws()).singleElement().asString().contains(Manifest.FILE);
    }
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    SampleRecords.record(temp, BUILD, 0, 10);
    Files.delete(temp.resolve(SCORES));
    try (Recording recording = Recording.open(temp)) {
      assertThat(recording.frames(BUILD, Side.REFERENCE)).hasSize(10);
      assertThat(recording.flaws()).containsExactly(SCORES + ": the file is missing");
    }
  }

  @Test
  void aFileThatIsNoRecordingIsNamed() throws IOException {
    SampleRecords.record(temp, BUILD, 0, 10);
    Files.writeString(temp.resolve("notes.avro"), "no Avro at all");
    try (Recording recording = Recording.open(temp)) {
      assertThat(recording.scores(BUILD)).hasSize(10);
      assertThat(recording.flaws()).singleElement().asString().contains("notes.avro");
    }
  }

  @Test
  void filesThatCannotBeUsedDoNotStayOpen() throws IOException {
    SampleRecords.record(temp, BUILD, 0, 1);
    Files.writeString(temp.resolve("notes.avro"), "no Avro at all");
    try (DataFileWriter<Object> foreign = new DataFileWriter<>(new GenericDatumWriter<>())) {
      foreign.create(Schema.create(Schema.Type.STRING), temp.resolve("foreign.avro").toFile());
    }

    Recording.open(temp).close();

    assertThat(openFiles()).isNotEmpty().noneMatch(file -> file.startsWith(temp));
  }

  /** What this process holds open, as Linux tells it. */
  private static List<Path> openFiles() throws IOException {
    List<Path> open = new ArrayList<>();
    try (DirectoryStream<Path> links = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path link : links) {
        if (Files.exists(link)) {
          open.add(Files.readSymbolicLink(link));
        }
      }
    }
    return open;
  }

  /** Changes one bit of a file, at a part of its length. */
  private static void flip(Path file, double where) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) (where * bytes.length)] ^= 4;
    Files.write(file, bytes);
  }
}
