package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NONE;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import java.nio.file.Path;

/**
 * Writes pictures as a video file. Colour matrix and range are those of the first picture; the file
 * is created with it, so that a writer that was given none leaves none. Used by one thread.
 */
public final class VideoWriter implements AutoCloseable {
  private final Path file;
  private final int width;
  private final int height;
  private final FrameRate frameRate;
  private final Encoding encoding;
  private final int pixelFormat;
  private EncodedFile output;

  /**
   * @param file its extension chooses the container
   * @param width pixels of every picture
   * @param height as width
   * @throws UserError if the extension belongs to no container or the format cannot have the size
   * @throws IllegalArgumentException if the pixel format or the encoder is unknown
   */
  public VideoWriter(Path file, int width, int height, FrameRate frameRate, Encoding encoding) {
    Ffmpeg.load();
    this.file = file;
    this.width = width;
    this.height = height;
    this.frameRate = frameRate;
    this.encoding = encoding;
    pixelFormat = av_get_pix_fmt(encoding.pixelFormat());
    if (pixelFormat == AV_PIX_FMT_NONE) {
      throw new IllegalArgumentException("no pixel format is called " + encoding.pixelFormat());
    }
    if (!Encoder.exists(encoding.encoder())) {
      throw new IllegalArgumentException(
          "this build of FFmpeg has no encoder " + encoding.encoder());
    }
    if (!encoding.holds(width, height)) {
      throw new UserError(
          "H.264 cannot hold frames of %d x %d for %s".formatted(width, height, file),
          "Use an even width and height or another format, such as MPEG-4 or FFV1.");
    }
    new Muxer(file).close();
  }

  /**
   * Encodes the next picture.
   *
   * @throws UserError if the file cannot be written
   * @throws IllegalArgumentException if size, matrix or range is not that of the video
   */
  public void write(Picture picture) {
    boolean fits =
        output == null
            ? picture.width() == width && picture.height() == height
            : output.format().fits(picture);
    if (!fits) {
      throw new IllegalArgumentException(
          "%s does not fit the video %s of %d x %d".formatted(picture, file, width, height));
    }
    if (output == null) {
      output = new EncodedFile(file, VideoFormat.of(picture, frameRate), pixelFormat, encoding);
    }
    output.write(picture);
  }

  /**
   * Finishes the file.
   *
   * @throws UserError if the rest cannot be written
   */
  @Override
  public void close() {
    if (output == null) {
      return;
    }
    try (EncodedFile ending = output) {
      output = null;
      ending.finish();
    }
  }
}
