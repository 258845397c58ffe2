package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** Copies samples between FFmpeg's frames, whose rows are padded, and pictures. */
final class Planes {
  private Planes() {}

  /** Whether frames of this pixel format can be copied without a conversion. */
  static boolean areCopied(int pixelFormat) {
    return pixelFormat == AV_PIX_FMT_YUV420P
        || pixelFormat == AV_PIX_FMT_YUVJ420P
        || pixelFormat == AV_PIX_FMT_NV12;
  }

  /** A picture with a copy of the samples of a frame whose format {@link #areCopied}. */
  static Picture read(AVFrame frame, ColourMatrix matrix, ColourRange range) {
    int w = frame.width();
    int h = frame.height();
    int cw = Picture.half(w);
    int ch = Picture.half(h);
    byte[] luma = plane(frame, 0, w, h);
    if (frame.format() != AV_PIX_FMT_NV12) {
      return new Picture(
          w, h, luma, plane(frame, 1, cw, ch), plane(frame, 2, cw, ch), matrix, range);
    }
    byte[] pairs = plane(frame, 1, 2 * cw, ch);
    byte[] cb = new byte[cw * ch];
    byte[] cr = new byte[cw * ch];
    for (int i = 0; i < cb.length; i++) {
      cb[i] = pairs[2 * i];
      cr[i] = pairs[2 * i + 1];
    }
    return new Picture(w, h, luma, cb, cr, matrix, range);
  }

  /** Writes the samples of a picture into a writable yuv420p frame of the same size. */
  static void write(Picture picture, AVFrame frame) {
    write(frame, 0, picture.luma(), picture.width());
    write(frame, 1, picture.cb(), picture.chromaWidth());
    write(frame, 2, picture.cr(), picture.chromaWidth());
  }

  private static byte[] plane(AVFrame frame, int index, int width, int height) {
    byte[] samples = new byte[width * height];
    BytePointer data = frame.data(index);
    long stride = frame.linesize(index);
    if (stride == width) {
      data.get(samples);
      return samples;
    }
    for (int row = 0; row < height; row++) {
      data.position(row * stride).get(samples, row * width, width);
    }
    return samples;
  }

  private static void write(AVFrame frame, int index, byte[] samples, int width) {
    BytePointer data = frame.data(index);
    long stride = frame.linesize(index);
    if (stride == width) {
      data.put(samples);
      return;
    }
    for (int row = 0; row * width < samples.length; row++) {
      data.position(row * stride).put(samples, row * width, width);
    }
  }
}
