package dev.pixelwatch.monitor;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.schemas.CodeRange;
import dev.pixelwatch.schemas.Frame;
import dev.pixelwatch.schemas.MatrixCoefficients;
import dev.pixelwatch.schemas.PixelFormat;
import dev.pixelwatch.schemas.Records;
import java.nio.ByteBuffer;

/** Pictures as frames on a topic, and back. */
public final class Pictures {
  private static final ByteBuffer NONE = ByteBuffer.allocate(0);

  private Pictures() {}

  /** The frame that carries a picture, as I420. */
  public static Frame toFrame(FrameIdentity identity, Picture picture) {
    ByteBuffer payload =
        ByteBuffer.allocate(picture.luma().length + picture.cb().length + picture.cr().length);
    payload.put(picture.luma()).put(picture.cb()).put(picture.cr()).flip();
    return frame(identity, picture, payload);
  }

  /** The encoded frame that carries a picture, as I420; its planes are copied only once. */
  static byte[] encode(FrameIdentity identity, Picture picture) {
    return Records.encodeFrame(
        frame(identity, picture, NONE), picture.luma(), picture.cb(), picture.cr());
  }

  private static Frame frame(FrameIdentity identity, Picture picture, ByteBuffer payload) {
    return new Frame(
        identity.stream(),
        identity.stage(),
        identity.build(),
        identity.frameNumber(),
        identity.captureTimeUs(),
        picture.width(),
        picture.height(),
        PixelFormat.I420,
        toSchema(picture.matrix()),
        picture.range() == ColourRange.FULL ? CodeRange.FULL : CodeRange.LIMITED,
        payload);
  }

  /**
   * The picture that a frame carries. An unknown matrix is taken for BT.709 and an unknown range
   * for the limited one, as players do.
   *
   * @throws IllegalArgumentException if the pixel format is unknown or the payload does not have
   *     the length that the size asks for
   */
  public static Picture toPicture(Frame frame) {
    int width = frame.getWidth();
    int height = frame.getHeight();
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a frame of " + width + " x " + height + " has no pixels");
    }
    long pixels = (long) width * height;
    long chroma = (long) Picture.half(width) * Picture.half(height);
    ByteBuffer payload = frame.getPayload().duplicate();
    if (payload.remaining() != pixels + 2 * chroma) {
      throw new IllegalArgumentException(
          "a payload of %d bytes is no %s frame of %d x %d, which has %d"
              .formatted(
                  payload.remaining(), frame.getPixelFormat(), width, height, pixels + 2 * chroma));
    }
    byte[] luma = take(payload, (int) pixels);
    byte[] cb = new byte[(int) chroma];
    byte[] cr = new byte[(int) chroma];
    readChroma(frame.getPixelFormat(), payload, cb, cr);
    return new Picture(width, height, luma, cb, cr, matrix(frame), range(frame));
  }

  private static void readChroma(PixelFormat format, ByteBuffer payload, byte[] cb, byte[] cr) {
    switch (format) {
      case I420 -> payload.get(cb).get(cr);
      case NV12 -> {
        for (int i = 0; i < cb.length; i++) {
          cb[i] = payload.get();
          cr[i] = payload.get();
        }
      }
      case UNKNOWN ->
          throw new IllegalArgumentException("the pixel format of the frame is not known here");
    }
  }

  private static byte[] take(ByteBuffer buffer, int length) {
    byte[] bytes = new byte[length];
    buffer.get(bytes);
    return bytes;
  }

  private static MatrixCoefficients toSchema(ColourMatrix matrix) {
    return MatrixCoefficients.valueOf(matrix.name());
  }

  private static ColourMatrix matrix(Frame frame) {
    return frame.getColourMatrix() == MatrixCoefficients.UNKNOWN
        ? ColourMatrix.BT709
        : ColourMatrix.valueOf(frame.getColourMatrix().name());
  }

  private static ColourRange range(Frame frame) {
    return frame.getColourRange() == CodeRange.FULL ? ColourRange.FULL : ColourRange.LIMITED;
  }
}
