package dev.pixelwatch.tools.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemporaryFolderTest {
  @TempDir Path elsewhere;

  @Test
  void itGoesWithEverythingInIt() throws IOException {
    TemporaryFolder folder = TemporaryFolder.create();
    Path deep = Files.createDirectories(folder.path().resolve("a/b/c"));
    Files.writeString(deep.resolve("file"), "text");
    Files.writeString(folder.path().resolve(".hidden"), "text");

    folder.close();

    assertThat(folder.path()).doesNotExist();
  }

  @Test
  void whatALinkPointsToIsLeftAlone() throws IOException {
    Path kept = Files.writeString(elsewhere.resolve("kept"), "text");
    TemporaryFolder folder = TemporaryFolder.create();
    Files.createSymbolicLink(folder.path().resolve("link"), elsewhere);

    folder.close();

    assertThat(folder.path()).doesNotExist();
    assertThat(kept).hasContent("text");
  }

  @Test
  void twoFoldersAreNeverTheSame() {
    try (TemporaryFolder one = TemporaryFolder.create();
        TemporaryFolder other = TemporaryFolder.create()) {
      assertThat(one.path()).isEmptyDirectory().isNotEqualTo(other.path());
    }
  }
}
