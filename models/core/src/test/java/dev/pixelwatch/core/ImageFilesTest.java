package dev.pixelwatch.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageFilesTest {
  @TempDir Path folder;

  @Test
  void anImageComesBackFromPng() {
    RgbImage image = gradient(7, 5);
    Path file = folder.resolve("made/on/the/way/gradient.png");

    ImageFiles.writePng(ImageFiles.toBufferedImage(image), file);
    RgbImage back = ImageFiles.read(file);

    assertThat(back.width()).isEqualTo(7);
    assertThat(back.height()).isEqualTo(5);
    for (int i = 0; i < image.red().length; i++) {
      assertThat(back.red()[i]).isCloseTo(image.red()[i], within(0.51f / 255));
      assertThat(back.blue()[i]).isCloseTo(image.blue()[i], within(0.51f / 255));
    }
  }

  @Test
  void aMissingFileIsTheUsersMistakeAndNamed() {
    Path file = folder.resolve("nowhere.png");

    UserError error = catchThrowableOfType(UserError.class, () -> ImageFiles.read(file));

    assertThat(error).hasMessageContaining("nowhere.png");
    assertThat(error.hint()).contains("path");
  }

  @Test
  void aFolderIsNotAnImage() {
    assertThatThrownBy(() -> ImageFiles.read(folder)).isInstanceOf(UserError.class);
  }

  @Test
  void aTextFileIsNotAnImage() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.png"), "no picture here");

    assertThatThrownBy(() -> ImageFiles.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("notes.png is not an image");
  }

  @Test
  void aTruncatedImageIsCalledDamaged() throws IOException {
    Path file = folder.resolve("cut.png");
    ImageFiles.writePng(ImageFiles.toBufferedImage(gradient(64, 64)), file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, 60));

    assertThatThrownBy(() -> ImageFiles.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cut.png is damaged");
  }

  @Test
  void aFolderThatCannotBeMadeIsTheUsersMistake() throws IOException {
    Path file = Files.writeString(folder.resolve("plain"), "a file, no folder");

    assertThatThrownBy(
            () ->
                ImageFiles.writePng(
                    ImageFiles.toBufferedImage(gradient(2, 2)), file.resolve("image.png")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("image.png");
  }

  private static RgbImage gradient(int width, int height) {
    RgbImage image = new RgbImage(width, height);
    for (int i = 0; i < width * height; i++) {
      image.red()[i] = (float) i / (width * height);
      image.green()[i] = 0.3f;
      image.blue()[i] = 1 - image.red()[i];
    }
    return image;
  }
}
