package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Makes pictures of decoded frames: copies 8-bit 4:2:0 samples, converts and scales the others. */
final class PictureConverter implements AutoCloseable {
  private Scaler scaler;

  /** The range that pictures made of a frame have. */
  static ColourRange range(AVFrame frame) {
    if (Scaler.isRgb(frame.format())) {
      return ColourRange.LIMITED; // What it is converted to, as most video is.
    }
    return frame.format() == AV_PIX_FMT_YUVJ420P
        ? ColourRange.FULL
        : ColourTags.range(frame.color_range());
  }

  /** The frame as a picture of this size. */
  Picture convert(AVFrame frame, int width, int height, ColourMatrix matrix, ColourRange range) {
    if (Planes.areCopied(frame.format()) && frame.width() == width && frame.height() == height) {
      return Planes.read(frame, matrix, range);
    }
    if (scaler == null) {
      scaler = new Scaler();
    }
    AVFrame scaled = scaler.scale(frame, width, height, AV_PIX_FMT_YUV420P, matrix, range);
    return Planes.read(scaled, matrix, range);
  }

  @Override
  public void close() {
    if (scaler != null) {
      scaler.close();
    }
  }
}
