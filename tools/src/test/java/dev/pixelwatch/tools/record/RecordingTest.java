package dev.pixelwatch.tools.record;

import static dev.pixelwatch.tools.record.SampleRecords.BUILD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.Pictures;
import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.runtime.ModelInfo;
import dev.pixelwatch.schemas.DistortionMap;
import dev.pixelwatch.schemas.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordingTest {
  private static final BuildId OTHER = new BuildId(BUILD.stream(), BUILD.stage(), "8");

  @TempDir private Path temp;

  @Test
  void everythingComesBackInTheOrderOfFrameNumbers() {
    Path folder = temp.resolve("recording");
    List<RecordedMessage> shuffled = SampleRecords.of(BUILD, 0, 20);
    Collections.reverse(shuffled);
    try (RecordingWriter writer = RecordingWriter.create(folder, "test")) {
      SampleRecords.append(writer, shuffled);
    }
    try (Recording recording = Recording.open(folder)) {
      assertThat(recording.builds()).containsExactly(BUILD);
      assertThat(recording.scores(BUILD).map(Score::getFrameNumber))
          .containsExactlyElementsOf(numbers(0, 20));
      assertThat(recording.maps(BUILD).map(DistortionMap::getFrameNumber))
          .containsExactlyElementsOf(numbers(0, 20));
      assertThat(recording.frames(BUILD, Side.PROCESSED).map(Pictures::toPicture))
          .usingRecursiveFieldByFieldElementComparator()
          .containsExactlyElementsOf(
              LongStream.range(0, 20).mapToObj(SampleRecords::picture).toList());
      assertThat(recording.flaws()).isEmpty();
    }
  }

  @Test
  void oneFrameIsFoundByItsNumber() {
    try (Recording recording = Recording.open(SampleRecords.record(temp, BUILD, 0, 10))) {
      assertThat(recording.frame(BUILD, Side.REFERENCE, 7))
          .map(Pictures::toPicture)
          .get()
          .usingRecursiveComparison()
          .isEqualTo(SampleRecords.picture(7));
      assertThat(recording.frame(BUILD, Side.REFERENCE, 10)).isEmpty();
    }
  }

  @Test
  void referencesWithTheSamePixelsHaveTheSameChecksumAndOthersDoNot() {
    Path same = SampleRecords.record(temp.resolve("a"), OTHER, 0, 3);
    try (Recording a = Recording.open(SampleRecords.record(temp.resolve("b"), BUILD, 0, 3));
        Recording b = Recording.open(same)) {
      assertThat(a.referenceSha256(BUILD)).hasSize(3).isEqualTo(b.referenceSha256(OTHER));
      assertThat(a.referenceSha256(BUILD).values()).doesNotHaveDuplicates();
    }
  }

  @Test
  void buildsAreKeptApartAndShareTheReferencesOfTheirStream() {
    try (RecordingWriter writer = RecordingWriter.create(temp, "test")) {
      SampleRecords.append(writer, SampleRecords.of(BUILD, 0, 5));
      SampleRecords.append(
          writer,
          SampleRecords.of(OTHER, 0, 5).stream()
              .filter(message -> message.kind() != RecordKind.REFERENCE)
              .toList());
    }
    try (Recording recording = Recording.open(temp)) {
      assertThat(recording.builds()).containsExactly(BUILD, OTHER);
      assertThat(recording.scores(OTHER)).allMatch(score -> score.getBuild().equals("8"));
      assertThat(recording.frames(OTHER, Side.REFERENCE)).hasSize(5);
    }
  }

  @Test
  void theNetworksOfTheScoresAreNamed() {
    try (Recording recording = Recording.open(SampleRecords.record(temp, BUILD, 0, 3))) {
      assertThat(recording.models(BUILD)).containsExactly(new ModelInfo("live", "ab".repeat(32)));
      assertThat(recording.manifest().orElseThrow().builds().get(0).models())
          .isEqualTo(recording.models(BUILD));
    }
  }

  @Test
  void anyAvroReaderReadsTheFiles() throws IOException {
    SampleRecords.record(temp, BUILD, 0, 3);
    try (DataFileReader<GenericRecord> file =
        new DataFileReader<>(
            temp.resolve("cam_1.7.scores.avro").toFile(), new GenericDatumReader<>())) {
      GenericRecord third = file.next();
      third = file.next(third);
      third = file.next(third);
      GenericRecord score = (GenericRecord) third.get("record");
      assertThat(third.get("published_ms")).isEqualTo(1_000_066L);
      assertThat(score.get("stream")).hasToString("cam 1");
      assertThat(score.get("score")).isEqualTo(-0.25);
    }
  }

  @Test
  void twoRecordingsOfTheSameRecordsAreEqualByteForByte() throws IOException {
    Path a = SampleRecords.record(temp.resolve("a"), BUILD, 0, 5);
    Path b = SampleRecords.record(temp.resolve("b"), BUILD, 0, 5);
    for (PartInfo part : ManifestFile.read(a).orElseThrow().files()) {
      assertThat(b.resolve(part.file())).hasSameBinaryContentAs(a.resolve(part.file()));
    }
  }

  @Test
  void aFolderThatIsNoRecordingIsRefused() throws IOException {
    Files.writeString(temp.resolve("notes.txt"), "none");
    assertThatThrownBy(() -> Recording.open(temp))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds no recording");
    assertThatThrownBy(() -> Recording.open(temp.resolve("missing")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no folder");
  }

  @Test
  void aFolderOfTopicsIsToBeRecordedFirst() throws IOException {
    Files.createDirectories(temp.resolve("broker"));

    assertThatThrownBy(() -> Recording.open(temp))
        .isInstanceOf(UserError.class)
        .extracting(e -> ((UserError) e).hint())
        .asString()
        .contains("record --data " + temp);
  }

  @Test
  void aRecordingIsNotWrittenOverSomethingElse() throws IOException {
    Files.writeString(temp.resolve("notes.txt"), "none");
    assertThatThrownBy(() -> RecordingWriter.create(temp, "test"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("not empty");
  }

  @Test
  void aNewerFormatIsRefused() throws IOException {
    SampleRecords.record(temp, BUILD, 0, 1);
    Path manifest = temp.resolve(Manifest.FILE);
    Files.writeString(
        manifest, Files.readString(manifest).replace("\"format\" : 1", "\"format\" : 2"));
    assertThatThrownBy(() -> Recording.open(temp))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("version 2 of the format");
  }

  private static List<Long> numbers(long from, long to) {
    return LongStream.range(from, to).boxed().toList();
  }
}
