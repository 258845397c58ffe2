package dev.pixelwatch.tools.record;

import static dev.pixelwatch.tools.record.SampleRecords.BUILD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InspectionTest {
  @TempDir private Path temp;

  private Inspection inspect() {
    try (Recording recording = Recording.open(temp)) {
      return Inspection.of(recording);
    }
  }

  @Test
  void ofAWholeRecordingItSaysWhatTheManifestSays() {
    SampleRecords.record(temp, BUILD, 3, 10);

    Inspection inspection = inspect();

    assertThat(inspection.whole()).isTrue();
    assertThat(inspection.found()).isEqualTo(ManifestFile.read(temp).orElseThrow());
    BuildSummary build = inspection.found().builds().get(0);
    assertThat(build.firstFrame()).isEqualTo(3);
    assertThat(build.lastFrame()).isEqualTo(9);
    assertThat(build.records())
        .isEqualTo(
            Map.of(
                "frames.reference", 7L,
                "frames.processed", 7L,
                "scores", 7L,
                "maps", 7L,
                "outcomes", 7L));
  }

  @Test
  void ofADamagedFileItCountsWhatIsWhole() throws IOException {
    SampleRecords.record(temp, BUILD, 0, 10);
    Path file = temp.resolve("cam_1.7.frames.reference.avro");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    Inspection inspection = inspect();

    assertThat(inspection.whole()).isFalse();
    assertThat(inspection.flaws())
        .anyMatch(flaw -> flaw.contains("is damaged and was left out"))
        .anyMatch(flaw -> flaw.contains("9 of 10 records are whole"));
    assertThat(inspection.found().builds().get(0).records()).containsEntry("frames.reference", 9L);
  }

  @Test
  void withoutAManifestItSaysWhatTheFilesHold() throws IOException {
    SampleRecords.record(temp, BUILD, 0, 10);
    Manifest before = ManifestFile.read(temp).orElseThrow();
    Files.delete(temp.resolve(Manifest.FILE));

    Inspection inspection = inspect();

    assertThat(inspection.whole()).isFalse();
    assertThat(inspection.found().files()).isEqualTo(before.files());
  }
}
