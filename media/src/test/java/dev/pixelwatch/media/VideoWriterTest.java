package dev.pixelwatch.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoWriterTest {
  @TempDir Path folder;

  static Stream<Arguments> encodings() {
    return Stream.of(
        Arguments.of("a.mkv", Encoding.lossless()),
        Arguments.of("b.mp4", Encoding.h264(20)),
        Arguments.of("c.mkv", Encoding.h264(20)),
        Arguments.of("d.mp4", Encoding.mpeg4(3)),
        Arguments.of("e.webm", Encoding.vp9(20)),
        Arguments.of("f.mkv", Encoding.av1(20)));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void colourMatrixAndRangeAreKept(String name, Encoding encoding) {
    for (ColourMatrix matrix : ColourMatrix.values()) {
      for (ColourRange range : ColourRange.values()) {
        Picture picture = Scene.frame(64, 48, 0, matrix, range);
        Path file = Scene.write(folder.resolve(name), List.of(picture), encoding);

        Picture decoded = Scene.read(file).get(0);

        assertThat(decoded.matrix()).isEqualTo(matrix);
        assertThat(decoded.range()).isEqualTo(range);
        assertThat(Scene.psnr(decoded, picture)).isGreaterThan(35);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"j.avi", "j.mkv", "j.mov"})
  void motionJpegKeepsTheRange(String name) {
    for (ColourRange range : ColourRange.values()) {
      Picture picture = Scene.frame(64, 48, 0, ColourMatrix.BT601, range);
      Path file = Scene.write(folder.resolve(name), List.of(picture), Encoding.mjpeg(2));

      Picture decoded = Scene.read(file).get(0);

      assertThat(decoded.range()).isEqualTo(range);
      assertThat(Scene.psnr(decoded, picture)).isGreaterThan(35);
    }
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void everyFrameComesBackInItsPlace(String name, Encoding encoding) {
    List<Picture> pictures = Scene.frames(126, 94, 10);

    List<Picture> decoded = Scene.read(Scene.write(folder.resolve(name), pictures, encoding));

    assertThat(decoded).hasSize(10);
    for (int n = 0; n < 10; n++) {
      assertThat(Scene.psnr(decoded.get(n), pictures.get(n))).as("frame %d", n).isGreaterThan(30);
    }
  }

  @Test
  void anOddSizeThatH264CannotHoldIsRefused() {
    Path file = folder.resolve("odd.mp4");

    assertThatThrownBy(() -> new VideoWriter(file, 127, 95, Scene.RATE, Encoding.h264(20)))
        .isInstanceOf(UserError.class)
        .hasMessage("H.264 cannot hold frames of 127 x 95 for " + file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mpeg4", "libvpx-vp9", "libaom-av1", "mjpeg"})
  void otherFormatsHoldOddSizes(String encoder) {
    Encoding encoding = Encoding.of(encoder, Map.of("b", "4M", "strict", "-1"));
    Path file = Scene.write(folder.resolve("odd.mkv"), Scene.frames(127, 95, 2), encoding);

    assertThat(Scene.psnr(Scene.read(file).get(1), Scene.frame(127, 95, 1))).isGreaterThan(28);
  }

  @Test
  void aCoarserQuantiserMakesASmallerFile() throws Exception {
    List<Picture> pictures = Scene.frames(128, 96, 10);

    Path fine = Scene.write(folder.resolve("fine.mp4"), pictures, Encoding.h264(15));
    Path coarse = Scene.write(folder.resolve("coarse.mp4"), pictures, Encoding.h264(40));

    assertThat(Files.size(coarse)).isLessThan(Files.size(fine) / 3);
  }

  @Test
  void aBitRateCanBeAskedFor() throws Exception {
    List<Picture> pictures = Scene.frames(128, 96, 50);
    Encoding slow = Encoding.of("libopenh264", Map.of("b", "100000", "rc_mode", "bitrate"));

    Path file = Scene.write(folder.resolve("slow.mp4"), pictures, slow);

    // Two seconds at 100 kbit/s are 25 kB.
    assertThat(Files.size(file)).isBetween(5_000L, 80_000L);
  }

  @Test
  void namesWithOddCharactersAreTakenAsTheyAre() {
    List<Picture> pictures = Scene.frames(64, 48, 2);
    Path file = folder.resolve("http: 50% of %03d #1.mkv");

    Scene.write(file, pictures, Encoding.lossless());

    assertThat(file).exists();
    assertThat(Scene.read(file)).isEqualTo(pictures);
  }

  @Test
  void aFileThatExistsIsReplaced() {
    Path file = folder.resolve("again.mkv");
    Scene.write(file, Scene.frames(64, 48, 5), Encoding.lossless());

    Scene.write(file, Scene.frames(32, 32, 2), Encoding.lossless());

    assertThat(Scene.read(file)).isEqualTo(Scene.frames(32, 32, 2));
  }

  @Test
  void withoutPicturesThereIsNoFile() {
    Path file = folder.resolve("none.mkv");

    new VideoWriter(file, 64, 48, Scene.RATE, Encoding.lossless()).close();

    assertThat(file).doesNotExist();
  }

  @Test
  void anUnknownExtensionIsNamed() {
    Path file = folder.resolve("clip.nonsense");

    assertThatThrownBy(() -> new VideoWriter(file, 64, 48, Scene.RATE, Encoding.lossless()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("clip.nonsense");
  }

  @Test
  void aMissingFolderIsNamed() {
    Path file = folder.resolve("missing").resolve("clip.mkv");

    UserError error =
        catchThrowableOfType(
            UserError.class, () -> Scene.write(file, Scene.frames(64, 48, 1), Encoding.lossless()));

    assertThat(error).hasMessage("cannot write " + file + ": No such file or directory");
  }

  @Test
  void aFullDiskIsSaid() throws IOException {
    Path file = folder.resolve("clip.mkv");
    Files.createSymbolicLink(file, Path.of("/dev/full"));

    UserError error =
        catchThrowableOfType(
            UserError.class,
            () -> Scene.write(file, Scene.frames(256, 192, 20), Encoding.lossless()));

    Files.delete(file);
    assertThat(error).hasMessage("cannot write " + file + ": No space left on device");
    assertThat(error.hint()).contains("the disk is not full");
  }

  @Test
  void aFolderInThePlaceOfTheFileIsNamed() throws IOException {
    Path file = Files.createDirectory(folder.resolve("clip.mkv"));

    assertThatThrownBy(() -> Scene.write(file, Scene.frames(64, 48, 1), Encoding.lossless()))
        .isInstanceOf(UserError.class)
        .hasMessage("cannot write " + file + ": Is a directory");
  }

  static Stream<Arguments> quantisers() {
    return Stream.of(
        Arguments.of("a.mp4", (IntFunction<Encoding>) Encoding::h264, new int[] {12, 24, 36, 48}),
        Arguments.of("a.avi", (IntFunction<Encoding>) Encoding::mpeg4, new int[] {1, 6, 14, 31}),
        Arguments.of("a.mkv", (IntFunction<Encoding>) Encoding::mjpeg, new int[] {1, 6, 14, 31}),
        Arguments.of("a.webm", (IntFunction<Encoding>) Encoding::vp9, new int[] {5, 25, 45, 63}),
        Arguments.of("b.mkv", (IntFunction<Encoding>) Encoding::av1, new int[] {5, 25, 45, 63}));
  }

  @ParameterizedTest
  @MethodSource("quantisers")
  void theCoarserTheSmallerAndTheWorse(
      String name, IntFunction<Encoding> encoding, int[] quantisers) throws IOException {
    List<Picture> pictures = Scene.frames(96, 64, 4);
    long size = Long.MAX_VALUE;
    double quality = Double.POSITIVE_INFINITY;
    for (int quantiser : quantisers) {
      Path file = Scene.write(folder.resolve(name), pictures, encoding.apply(quantiser));
      double psnr = Scene.psnr(Scene.read(file).get(3), pictures.get(3));

      assertThat(Files.size(file)).as("bytes at %d", quantiser).isLessThan(size);
      assertThat(psnr).as("quality at %d", quantiser).isLessThan(quality);
      size = Files.size(file);
      quality = psnr;
    }
  }

  @Test
  void aContainerThatCannotHoldTheFormatIsNamed() {
    Path file = folder.resolve("clip.webm");

    assertThatThrownBy(() -> Scene.write(file, Scene.frames(64, 48, 1), Encoding.mpeg4(5)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("clip.webm");
  }

  @Test
  void anEncoderThatIsNotThereIsNamed() {
    Path file = folder.resolve("clip.mkv");

    assertThatThrownBy(
            () -> new VideoWriter(file, 64, 48, Scene.RATE, Encoding.of("magic", Map.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("magic");
  }

  @Test
  void aPixelFormatThatIsNotThereIsNamed() {
    Encoding odd = Encoding.lossless().withPixelFormat("yuv999");

    assertThatThrownBy(() -> new VideoWriter(folder.resolve("clip.mkv"), 64, 48, Scene.RATE, odd))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("yuv999");
  }

  @Test
  void aPictureThatDoesNotFitIsRefused() {
    try (VideoWriter writer =
        new VideoWriter(folder.resolve("fit.mkv"), 64, 48, Scene.RATE, Encoding.lossless())) {
      writer.write(Scene.frame(64, 48, 0));

      assertThatThrownBy(() -> writer.write(Scene.frame(32, 48, 1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("32 x 48");
      Picture full = Scene.frame(64, 48, 1, ColourMatrix.BT709, ColourRange.FULL);
      assertThatThrownBy(() -> writer.write(full)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aFrameRateMustBePositive() {
    assertThatThrownBy(() -> new FrameRate(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0/1");
  }
}
