package dev.pixelwatch.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({"10, png", "10, jpg", "10, bmp", "11, png"})
  void aGreyFileKeepsItsBrightness(int kind, String format) throws IOException {
    BufferedImage grey = new BufferedImage(16, 9, kind);
    int white = kind == BufferedImage.TYPE_BYTE_GRAY ? 255 : 65535;
    for (int x = 0; x < 16; x++) {
      for (int y = 0; y < 9; y++) {
        grey.getRaster().setSample(x, y, 0, Math.round(white * 0.5f));
      }
    }
    Path file = folder.resolve("grey." + format);
    assertThat(ImageIO.write(grey, format, file.toFile())).isTrue();

    for (float[] plane : ImageFiles.read(file).planes()) {
      assertThat(plane).hasSize(16 * 9);
      for (float sample : plane) {
        assertThat(sample).isCloseTo(0.5f, within(0.005f));
      }
    }
  }

  @Test
  void greyAndColourFilesOfTheSamePictureReadAlike() throws IOException {
    BufferedImage grey = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage colour = new BufferedImage(256, 1, BufferedImage.TYPE_INT_RGB);
    for (int code = 0; code < 256; code++) {
      grey.getRaster().setSample(code, 0, 0, code);
      colour.setRGB(code, 0, 0x010101 * code);
    }
    ImageIO.write(grey, "png", folder.resolve("grey.png").toFile());
    ImageIO.write(colour, "png", folder.resolve("colour.png").toFile());

    RgbImage fromGrey = ImageFiles.read(folder.resolve("grey.png"));

    assertThat(fromGrey.planes()).isDeepEqualTo(read("colour.png").planes());
  }

  @Test
  void greyPlanesMayBeChangedOneByOne() throws IOException {
    BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    ImageIO.write(grey, "png", folder.resolve("grey.png").toFile());
    RgbImage image = read("grey.png");

    image.red()[0] = 1;

    assertThat(image.green()[0]).isZero();
    assertThat(image.blue()[0]).isZero();
  }

  @Test
  void anAlphaChannelIsDroppedAndTheColourUnderItKept() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x80ff3300);
    image.setRGB(1, 0, 0x0033ff66);
    ImageIO.write(image, "png", folder.resolve("alpha.png").toFile());

    RgbImage read = read("alpha.png");

    assertThat(read.red()).containsExactly(1, 0.2f);
    assertThat(read.green()).containsExactly(0.2f, 1);
    assertThat(read.blue()).containsExactly(0, 0.4f);
  }

  @Test
  void aPaletteIsResolved() throws IOException {
    BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_INDEXED);
    image.setRGB(1, 0, 0xffff0000);
    image.setRGB(0, 1, 0xffffffff);
    ImageIO.write(image, "png", folder.resolve("palette.png").toFile());

    RgbImage read = read("palette.png");

    assertThat(read.red()).containsExactly(0, 1, 1, 0);
    assertThat(read.green()).containsExactly(0, 0, 1, 0);
  }

  @Test
  void eightBitsComeBackExactlyFromPngInEveryChannel() {
    RgbImage image = new RgbImage(256, 1);
    for (int code = 0; code < 256; code++) {
      image.red()[code] = code / 255f;
      image.green()[code] = (255 - code) / 255f;
      image.blue()[code] = (code ^ 85) / 255f;
    }
    ImageFiles.writePng(ImageFiles.toBufferedImage(image), folder.resolve("codes.png"));

    assertThat(read("codes.png").planes()).isDeepEqualTo(image.planes());
  }

  @Test
  void samplesOutsideOfTheRangeAreClippedAndOthersRounded() {
    RgbImage image = new RgbImage(5, 1);
    System.arraycopy(
        new float[] {-0.4f, 1.3f, 0.4f / 255, 0.6f / 255, 254.4f / 255}, 0, image.red(), 0, 5);

    BufferedImage buffered = ImageFiles.toBufferedImage(image);

    int[] red = new int[5];
    for (int i = 0; i < 5; i++) {
      red[i] = buffered.getRGB(i, 0) >> 16 & 0xff;
    }
    assertThat(red).containsExactly(0, 255, 0, 1, 254);
  }

  @Test
  void aFileIsReplaced() {
    Path file = folder.resolve("image.png");
    ImageFiles.writePng(ImageFiles.toBufferedImage(gradient(40, 30)), file);
    ImageFiles.writePng(ImageFiles.toBufferedImage(gradient(3, 2)), file);

    assertThat(read("image.png").width()).isEqualTo(3);
  }

  @Test
  void aFolderInThePlaceOfTheFileIsToldWithoutAStackTraceAndKept() throws IOException {
    Path file = Files.createDirectory(folder.resolve("taken.png"));
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      UserError error =
          catchThrowableOfType(
              UserError.class,
              () -> ImageFiles.writePng(ImageFiles.toBufferedImage(gradient(2, 2)), file));

      assertThat(error).hasMessageContaining("cannot write " + file);
      assertThat(error.hint()).contains("folder");
    } finally {
      System.setErr(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(file).isDirectory();
  }

  @Test
  void anEmptyFileIsNotAnImage() throws IOException {
    Files.createFile(folder.resolve("empty.png"));

    assertThatThrownBy(() -> read("empty.png"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("empty.png is not an image");
  }

  private RgbImage read(String name) {
    return ImageFiles.read(folder.resolve(name));
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
