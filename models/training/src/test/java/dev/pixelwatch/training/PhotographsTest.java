package dev.pixelwatch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.RgbImage;
import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotographsTest {
  @TempDir Path folder;

  @Test
  void tooFewPhotographsIsAnErrorThatSaysHowManyAreNeeded() {
    SceneFolder.fill(folder, 3, 64, 64);

    assertThatThrownBy(() -> Photographs.read(folder, 64))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds 3 usable photographs")
        .hasMessageContaining("at least 20");
  }

  @Test
  void aMissingFolderIsAnError() {
    assertThatThrownBy(() -> Photographs.read(folder.resolve("nowhere"), 64))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void unreadableAndTinyPhotographsAreSkippedAndNamed() throws IOException {
    SceneFolder.fill(folder, 20, 96, 96);
    Files.writeString(folder.resolve("broken.png"), "not a picture");
    SceneFolder.fill(folder.resolve("tiny"), 1, 64, 96);
    Files.move(folder.resolve("tiny/scene00.png"), folder.resolve("tiny.png"));
    Files.writeString(folder.resolve("notes.txt"), "not meant to be read");

    Photographs photographs = Photographs.read(folder, 96);

    assertThat(photographs.count()).isEqualTo(20);
    assertThat(photographs.skipped())
        .containsExactly("broken.png (unreadable)", "tiny.png (under 96 pixels)");
  }

  @Test
  void cropsAreTheSameForTheSameRandomAndDifferOtherwise() {
    SceneFolder.fill(folder, 20, 160, 140);
    Photographs photographs = Photographs.read(folder, 64);

    RgbImage first = photographs.crop(64, new SplittableRandom(1));
    RgbImage again = photographs.crop(64, new SplittableRandom(1));
    RgbImage other = photographs.crop(64, new SplittableRandom(2));

    assertThat(first.width()).isEqualTo(64);
    assertThat(first.green()).isEqualTo(again.green()).isNotEqualTo(other.green());
  }
}
