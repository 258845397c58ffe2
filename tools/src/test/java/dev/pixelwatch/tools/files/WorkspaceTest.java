package dev.pixelwatch.tools.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkspaceTest {
  @TempDir Path folder;

  @Test
  void withoutADataDirectoryEverythingGoesAtTheEnd() throws IOException {
    Path broker;
    try (Workspace workspace = Workspace.open(Optional.empty())) {
      assertThat(workspace.isTemporary()).isTrue();
      broker = Files.createDirectories(workspace.broker());
      Files.writeString(broker.resolve("log"), "frames");
    }

    assertThat(broker.getParent()).doesNotExist();
  }

  @Test
  void aDataDirectoryIsMadeAndKept() throws IOException {
    Path data = folder.resolve("made/on/the/way");
    try (Workspace workspace = Workspace.open(Optional.of(data))) {
      assertThat(workspace.isTemporary()).isFalse();
      Files.createDirectories(workspace.state());
    }

    assertThat(data.resolve("state")).isDirectory();
  }

  @Test
  void topicsStateAndRecordsDoNotLieInEachOthersFolders() {
    try (Workspace workspace = Workspace.open(Optional.of(folder))) {
      assertThat(
              Set.of(
                  workspace.broker(),
                  workspace.state(),
                  workspace.streamRecord("pixelwatch", "cam").getParent()))
          .hasSize(3)
          .allSatisfy(place -> assertThat(place.getParent()).isEqualTo(folder));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cam", "../../cam", "cam/front", "Kamera 3", "\u00fcber", ".", "a:b"})
  void aStreamOfAnyNameHasItsRecordInTheDataDirectory(String stream) throws IOException {
    try (Workspace workspace = Workspace.open(Optional.of(folder))) {
      Path record = workspace.streamRecord("pixelwatch", stream);
      Files.createDirectories(record.getParent());
      Files.createFile(record);

      assertThat(record.normalize().getParent()).isEqualTo(folder.resolve("streams"));
    }
  }

  @Test
  void streamsOfDifferentPrefixesDoNotShareARecord() {
    try (Workspace workspace = Workspace.open(Optional.of(folder))) {
      assertThat(workspace.streamRecord("lab", "cam"))
          .isNotEqualTo(workspace.streamRecord("field", "cam"));
    }
  }

  @Test
  void aFileInTheWayIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");

    assertThatThrownBy(() -> Workspace.open(Optional.of(file)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("data directory " + file);
  }
}
