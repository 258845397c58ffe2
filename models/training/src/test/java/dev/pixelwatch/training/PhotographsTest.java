package dev.pixelwatch.training;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.ImageFiles;
import dev.pixelwatch.core.RgbImage;
import dev.pixelwatch.core.UserError;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
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

  @Test
  void namesInCapitalsAndAllThreeFormatsAreRead() throws IOException {
    String[] names = {"A.PNG", "B.Jpg", "C.JPEG", "D.bmp"};
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    SceneFolder.fill(folder, 20, 64, 64);
    for (String name : names) {
      String format = name.matches("(?i).*jpe?g") ? "jpg" : name.substring(2).toLowerCase(ROOT);
      assertThat(ImageIO.write(image, format, folder.resolve(name).toFile())).isTrue();
    }

    assertThat(Photographs.read(folder, 64).count()).isEqualTo(24);
  }

  @Test
  void aFolderThatIsCalledLikeAPictureIsSkippedAndNamed() throws IOException {
    SceneFolder.fill(folder, 20, 64, 64);
    Files.createDirectory(folder.resolve("album.png"));

    assertThat(Photographs.read(folder, 64).skipped()).containsExactly("album.png (unreadable)");
  }

  @Test
  void aFileInThePlaceOfTheFolderIsAnError() throws IOException {
    Path file = Files.writeString(folder.resolve("photos"), "a file");

    assertThatThrownBy(() -> Photographs.read(file, 64))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot read the folder " + file);
  }

  @Test
  void theHintSaysHowLargePhotographsMustBe() {
    assertThatThrownBy(() -> Photographs.read(folder, 128))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> assertThat(error.hint()).contains("128 pixels").contains("PNG or JPEG"));
  }

  @Test
  void aCropIsAPartOfThePhotographAtFullOrHalfSizeMirroredOrNot() {
    positions(96, 80);
    Photographs photographs = Photographs.read(folder, 32);
    Set<String> kinds = new HashSet<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int n = 0; n < 60; n++) {
      RgbImage crop = photographs.crop(32, random);
      int across = code(crop.red()[1]) - code(crop.red()[0]);
      int down = code(crop.green()[32]) - code(crop.green()[0]);

      assertThat(Math.abs(across)).isEqualTo(down);
      for (int i = 0; i < 32 * 32; i++) {
        assertThat(code(crop.red()[i])).isEqualTo(code(crop.red()[0]) + across * (i % 32));
        assertThat(code(crop.green()[i])).isEqualTo(code(crop.green()[0]) + down * (i / 32));
      }
      kinds.add((across < 0 ? "mirrored" : "straight") + " at 1/" + down);
    }

    assertThat(kinds)
        .containsExactlyInAnyOrder(
            "straight at 1/1", "mirrored at 1/1", "straight at 1/2", "mirrored at 1/2");
  }

  @Test
  void cropsReachEveryEdgeOfAPhotograph() {
    positions(40, 36);
    Photographs photographs = Photographs.read(folder, 32);
    Set<Integer> lefts = new HashSet<>();
    Set<Integer> tops = new HashSet<>();
    SplittableRandom random = new SplittableRandom(2);
    for (int n = 0; n < 200; n++) {
      RgbImage crop = photographs.crop(32, random);
      lefts.add(Math.min(code(crop.red()[0]), code(crop.red()[31])));
      tops.add(code(crop.green()[0]));
    }

    assertThat(lefts).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(tops).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
  }

  @Test
  void aPhotographOfJustTheSizeIsTakenWhole() {
    positions(32, 32);
    Photographs photographs = Photographs.read(folder, 32);
    for (int seed = 0; seed < 10; seed++) {
      RgbImage crop = photographs.crop(32, new SplittableRandom(seed));

      assertThat(code(crop.red()[0]) + code(crop.red()[31])).isEqualTo(31);
      assertThat(code(crop.green()[31 * 32])).isEqualTo(31);
    }
  }

  @Test
  void everyPhotographIsUsed() {
    positions(40, 36);
    Photographs photographs = Photographs.read(folder, 32);
    assertThat(seen(photographs)).hasSize(20);
  }

  @Test
  void whatIsKeptForValidationIsNeverTrainedOn() {
    positions(32, 32);
    Photographs photographs = Photographs.read(folder, 32);

    Set<Integer> training = seen(photographs.forTraining());
    Set<Integer> validation = seen(photographs.forValidation());

    assertThat(training).hasSize(18).doesNotContainAnyElementsOf(validation);
    assertThat(validation).hasSize(2);
  }

  private static Set<Integer> seen(Photographs photographs) {
    Set<Integer> seen = new HashSet<>();
    SplittableRandom random = new SplittableRandom(3);
    for (int n = 0; n < 400; n++) {
      seen.add(code(photographs.crop(32, random).blue()[5]));
    }
    return seen;
  }

  /** Twenty photographs in which red tells the column, green the row and blue the number. */
  private void positions(int width, int height) {
    for (int n = 0; n < 20; n++) {
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      for (int i = 0; i < width * height; i++) {
        image.setRGB(i % width, i / width, i % width << 16 | i / width << 8 | 10 * n);
      }
      ImageFiles.writePng(image, folder.resolve("photo%02d.png".formatted(n)));
    }
  }

  /** The code value, without the half that a mean of two neighbours has. */
  private static int code(float sample) {
    return (int) Math.floor(255 * sample + 0.01f);
  }
}
