package dev.pixelwatch.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
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

  /**
   * Where the corners of the samples are seen, by what Exif says: red is the upper left one, green
   * the upper right, blue the lower left, and the lower right is white.
   */
  @ParameterizedTest
  @CsvSource({
    "1, RGBW", "2, GRWB", "3, WBGR", "4, BWRG", "5, RBGW", "6, BRWG", "7, WGBR", "8, GWRB",
    "0, RGBW", "9, RGBW"
  })
  void aPhotographIsTurnedAsTheCameraWasHeld(int orientation, String corners) throws IOException {
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      RgbImage image = ImageFiles.read(photograph(exif(order, orientation)));

      boolean turned = orientation >= 5 && orientation <= 8;
      assertThat(image.width()).isEqualTo(turned ? 32 : 64);
      assertThat(image.height()).isEqualTo(turned ? 64 : 32);
      int right = image.width() - 1;
      int bottom = image.width() * (image.height() - 1);
      assertThat(colour(image, 0) + colour(image, right) + colour(image, bottom))
          .isEqualTo(corners.substring(0, 3));
      assertThat(colour(image, bottom + right)).isEqualTo(corners.substring(3));
    }
  }

  @Test
  void aPhotographWhoseNotesAreCutOffIsReadAsItIs() throws IOException {
    byte[] exif = exif(ByteOrder.BIG_ENDIAN, 6);

    assertThat(ImageFiles.read(photograph(Arrays.copyOf(exif, 20))).width()).isEqualTo(64);
  }

  /** A JPEG file of four colours, two above two, with this as its segment APP1. */
  private Path photograph(byte[] app1) throws IOException {
    BufferedImage image = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64 * 32; i++) {
      boolean right = i % 64 >= 32;
      int above = right ? 0x00ff00 : 0xff0000;
      int below = right ? 0xffffff : 0x0000ff;
      image.setRGB(i % 64, i / 64, i / 64 < 16 ? above : below);
    }
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", jpeg);
    return Files.write(
        folder.resolve("photograph.jpg"), withSegment(jpeg.toByteArray(), 0xe1, app1));
  }

  /** The segment goes where cameras put it: before all others. */
  private static byte[] withSegment(byte[] jpeg, int marker, byte[] segment) {
    return ByteBuffer.allocate(jpeg.length + 4 + segment.length)
        .put(jpeg, 0, 2)
        .put((byte) 0xff)
        .put((byte) marker)
        .putShort((short) (2 + segment.length))
        .put(segment)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /** A directory of two tags, the second of which is Orientation. */
  private static byte[] exif(ByteOrder order, int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4).order(order);
    tiff.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    tiff.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
    tiff.putShort((short) 42).putInt(8).putShort((short) 2);
    tiff.putShort((short) 0x103).putShort((short) 3).putInt(1).putInt(0);
    tiff.putShort((short) 0x112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0);
    return tiff.array();
  }

  private static String colour(RgbImage image, int i) {
    boolean red = image.red()[i] > 0.5;
    boolean green = image.green()[i] > 0.5;
    return red ? green ? "W" : "R" : green ? "G" : "B";
  }

  @Test
  void aPhotographInTheColoursOfPrintersIsNotCalledDamaged() throws IOException {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    WritableRaster cmyk = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(cmyk, null, null), null);
    }
    // Four channels that claim to be Y'CbCr.
    byte[] adobe = "Adobe\0d\0\0\0\0\1".getBytes(StandardCharsets.US_ASCII);
    Path file = folder.resolve("print.jpg");
    Files.write(file, withSegment(jpeg.toByteArray(), 0xee, adobe));

    UserError error = catchThrowableOfType(UserError.class, () -> ImageFiles.read(file));

    assertThat(error).hasMessageContaining("print.jpg").hasMessageContaining("CMYK");
    assertThat(error.hint()).contains("RGB");
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
