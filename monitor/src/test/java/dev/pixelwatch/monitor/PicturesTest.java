package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.schemas.CodeRange;
import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.MatrixCoefficients;
import dev.pixelwatch.schemas.PixelFormat;
import dev.pixelwatch.schemas.Records;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicturesTest {
  private static Picture noise(int width, int height) {
    Random random = new Random(7);
    byte[] luma = new byte[width * height];
    byte[] cb = new byte[Picture.half(width) * Picture.half(height)];
    byte[] cr = new byte[cb.length];
    random.nextBytes(luma);
    random.nextBytes(cb);
    random.nextBytes(cr);
    return new Picture(width, height, luma, cb, cr, ColourMatrix.BT2020, ColourRange.FULL);
  }

  private static Frame frame(PixelFormat format, MatrixCoefficients matrix, ByteBuffer payload) {
    return frame(format, matrix, 8, 8, payload);
  }

  private static Frame frame(
      PixelFormat format, MatrixCoefficients matrix, int width, int height, ByteBuffer payload) {
    return new Frame(
        "camera", "isp", "7", 1L, 0L, width, height, format, matrix, CodeRange.FULL, payload);
  }

  @ParameterizedTest
  @CsvSource({"64, 48", "63, 47", "1, 1"})
  void aPictureComesBackAsItWas(int width, int height) {
    Picture picture = noise(width, height);

    FrameIdentity identity = TestFrames.identity(1);

    assertThat(Pictures.toPicture(Pictures.toFrame(identity, picture))).isEqualTo(picture);
    assertThat(Records.FRAME.decode(Pictures.encode(identity, picture)))
        .isEqualTo(Pictures.toFrame(identity, picture));
  }

  @ParameterizedTest
  @CsvSource({"64, 48", "63, 47"})
  void interleavedChromaIsTakenApart(int width, int height) {
    Picture picture = noise(width, height);
    ByteBuffer nv12 = ByteBuffer.allocate(picture.luma().length + 2 * picture.cb().length);
    nv12.put(picture.luma());
    for (int i = 0; i < picture.cb().length; i++) {
      nv12.put(picture.cb()[i]).put(picture.cr()[i]);
    }
    Frame frame = frame(PixelFormat.NV12, MatrixCoefficients.BT2020, width, height, nv12.flip());

    assertThat(Pictures.toPicture(frame)).isEqualTo(picture);
  }

  @Test
  void readingAFrameTwiceGivesTheSamePicture() {
    Frame frame = Pictures.toFrame(TestFrames.identity(1), noise(8, 8));

    assertThat(Pictures.toPicture(frame)).isEqualTo(Pictures.toPicture(frame));
  }

  @Test
  void anUnknownPixelFormatIsRefused() {
    Frame frame = frame(PixelFormat.UNKNOWN, MatrixCoefficients.BT709, ByteBuffer.allocate(96));

    assertThatThrownBy(() -> Pictures.toPicture(frame)).hasMessageContaining("pixel format");
  }

  @Test
  void anUnknownMatrixIsTakenForBt709() {
    Frame frame = frame(PixelFormat.I420, MatrixCoefficients.UNKNOWN, ByteBuffer.allocate(96));

    assertThat(Pictures.toPicture(frame).matrix()).isEqualTo(ColourMatrix.BT709);
  }

  @ParameterizedTest
  @CsvSource({"0, 8", "-1, -1", "2147483647, 2147483647", "8, 9"})
  void aSizeThatDoesNotFitThePayloadIsRefused(int width, int height) {
    Frame frame =
        frame(PixelFormat.I420, MatrixCoefficients.BT709, width, height, ByteBuffer.allocate(96));

    assertThatThrownBy(() -> Pictures.toPicture(frame))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(width + " x " + height);
  }
}
