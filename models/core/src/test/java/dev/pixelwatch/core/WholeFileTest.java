package dev.pixelwatch.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeFileTest {
  @TempDir private Path folder;

  @Test
  void aFileIsReplacedAndNothingElseIsLeft() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "what was there before");

    WholeFile.write(file, "new".getBytes(UTF_8));

    assertThat(file).hasContent("new");
    assertThat(folder).isDirectoryContaining(file::equals);
    try (var all = Files.list(folder)) {
      assertThat(all).hasSize(1);
    }
  }

  @Test
  void whereItCannotBeWrittenTheOldOneStays() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    Files.createDirectories(WholeFile.unfinished(file).resolve("in the way"));

    assertThatThrownBy(() -> WholeFile.write(file, new byte[1])).isInstanceOf(IOException.class);

    assertThat(file).hasContent("old");
  }
}
