package dev.pixelwatch.tools.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.WholeFile;
import dev.pixelwatch.tools.Clips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StreamRecordTest {
  @TempDir Path folder;
  private Path record;
  private Path a;
  private Path b;

  @BeforeEach
  void film() {
    List<Picture> street = Clips.street(64, 64, 2);
    a = Clips.video(folder.resolve("a.mkv"), street);
    b = Clips.video(folder.resolve("b.mkv"), street);
    record = folder.resolve("data/streams/cam.properties");
  }

  @Test
  void aStreamIsNewTheFirstTimeAndKnownFromThenOn() {
    assertThat(check(a, b)).isFalse();
    assertThat(check(a, b)).isTrue();
    assertThat(check(a, b)).isTrue();
  }

  @Test
  void theSameFilesByAnotherPathAreTheSameVideos() throws IOException {
    check(a, b);
    Path link = Files.createSymbolicLink(folder.resolve("link.mkv"), a);

    assertThat(check(link, folder.resolve("data/../b.mkv"))).isTrue();
  }

  @Test
  void swappedVideosAreOtherVideosAndTheOldOnesAreNamed() {
    check(a, b);

    assertThatThrownBy(() -> check(b, a))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'cam' of other videos")
        .hasMessageContaining("a.mkv and ");
  }

  @Test
  void aVideoThatWasWrittenAgainIsAnotherVideo() throws IOException {
    check(a, b);
    Files.setLastModifiedTime(b, FileTime.from(Instant.now().plusSeconds(60)));

    assertThatThrownBy(() -> check(a, b)).isInstanceOf(UserError.class);
  }

  @Test
  void aRefusalLeavesTheRecordAsItWas() {
    check(a, b);
    assertThatThrownBy(() -> check(b, a)).isInstanceOf(UserError.class);

    assertThat(check(a, b)).isTrue();
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
    Files.writeString(folder.resolve("data"), "in the way");

    assertThatThrownBy(() -> check(a, b))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot write " + record);
  }

  @Test
  void aRecordThatCannotBeFinishedIsNotBegun() throws IOException {
    Files.createDirectories(WholeFile.unfinished(record).resolve("in the way"));

    assertThatThrownBy(() -> check(a, b)).isInstanceOf(UserError.class);

    assertThat(record).doesNotExist();
  }

  private boolean check(Path reference, Path processed) {
    try (VideoPair videos = VideoPair.open(reference, processed, true)) {
      return StreamRecord.check(record, "cam", videos);
    }
  }
}
