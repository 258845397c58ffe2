package dev.pixelwatch.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotationTest {
  private static final int ONE = 0x10000;

  @TempDir Path folder;

  @Test
  void aQuarterTurnBringsTheLowerLeftCornerToTheUpperLeft() {
    Picture picture = tiny(3, 2, new byte[] {1, 2, 3, 4, 5, 6}, new byte[] {7, 8});

    Picture turned = Rotation.turned(picture, 1);

    assertThat(turned).isEqualTo(tiny(2, 3, new byte[] {4, 1, 5, 2, 6, 3}, new byte[] {7, 8}));
  }

  @Test
  void fourQuarterTurnsChangeNothing() {
    Picture picture = Scene.frame(33, 21, 0);

    assertThat(Rotation.turned(picture, 4)).isEqualTo(picture);
    assertThat(Rotation.turned(picture, 2)).isNotEqualTo(picture);
  }

  @Test
  void aVideoTakenWithACameraOnItsSideIsReadUpright() throws IOException {
    Path level = Scene.write(folder.resolve("a.mp4"), Scene.frames(96, 64, 2), Encoding.mpeg4(3));
    Path file = withMatrix(level, 0, ONE, -ONE, 0);

    try (VideoReader reader = VideoReader.open(file)) {
      assertThat(reader.info().width()).isEqualTo(64);
      assertThat(reader.info().height()).isEqualTo(96);
      assertThat(reader.read().orElseThrow().picture())
          .isEqualTo(Rotation.turned(Scene.read(level).get(0), 1));
    }
  }

  @Test
  void aVideoTakenUpsideDownIsReadUpright() throws IOException {
    Path level = Scene.write(folder.resolve("a.mp4"), Scene.frames(96, 64, 2), Encoding.mpeg4(3));
    Path file = withMatrix(level, -ONE, 0, 0, -ONE);

    assertThat(Scene.read(file).get(0)).isEqualTo(Rotation.turned(Scene.read(level).get(0), 2));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 7", "33, 21", "32, 20"})
  void turningForthAndBackChangesNothing(int width, int height) {
    Picture picture = Scene.frame(width, height, 0);

    for (int turns = 0; turns < 4; turns++) {
      Picture turned = Rotation.turned(picture, turns);

      assertThat(turned.width()).isEqualTo(turns % 2 == 0 ? width : height);
      assertThat(Rotation.turned(turned, 4 - turns)).isEqualTo(picture);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0, 1, 0", "0, 1, -1, 0, 1", "-1, 0, 0, -1, 2", "0, -1, 1, 0, 3"})
  void everyQuarterTurnOfACameraIsUndoneAlsoForOddSizes(int a, int b, int c, int d, int turns)
      throws IOException {
    Path level = Scene.write(folder.resolve("a.mp4"), Scene.frames(51, 35, 2), Encoding.mpeg4(3));
    Path file = withMatrix(level, a * ONE, b * ONE, c * ONE, d * ONE);

    assertThat(Scene.read(file).get(1)).isEqualTo(Rotation.turned(Scene.read(level).get(1), turns));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0, 0", "65536, 9000, -9000, 65536"})
  void aMatrixThatIsNoQuarterTurnIsLeftAlone(int a, int b, int c, int d) throws IOException {
    Path level = Scene.write(folder.resolve("a.mp4"), Scene.frames(96, 64, 1), Encoding.mpeg4(3));
    Path file = withMatrix(level, a, b, c, d);

    assertThat(Scene.read(file)).isEqualTo(Scene.read(level));
  }

  @Test
  void scalingMeansTheSizeOfTheUprightPicture() throws IOException {
    Path level = Scene.write(folder.resolve("a.mp4"), Scene.frames(96, 64, 2), Encoding.mpeg4(3));
    Path file = withMatrix(level, 0, ONE, -ONE, 0);

    try (VideoReader reader = VideoReader.open(file, 32, 48)) {
      Picture picture = reader.read().orElseThrow().picture();
      assertThat(picture.width()).isEqualTo(32).isEqualTo(reader.info().width());
      assertThat(picture.height()).isEqualTo(48).isEqualTo(reader.info().height());
    }
  }

  /** A copy of an MP4 file with another display matrix in its track header (ISO/IEC 14496-12). */
  private Path withMatrix(Path file, int a, int b, int c, int d) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int header = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tkhd");
    ByteBuffer matrix = ByteBuffer.wrap(bytes, header + 4 + 40, 36);
    matrix.putInt(a).putInt(b).putInt(0).putInt(c).putInt(d).putInt(0);
    return Files.write(folder.resolve("turned.mp4"), bytes);
  }

  private static Picture tiny(int width, int height, byte[] luma, byte[] chroma) {
    return new Picture(
        width, height, luma, chroma, chroma, ColourMatrix.BT709, ColourRange.LIMITED);
  }
}
