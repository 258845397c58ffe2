package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import dev.pixelwatch.core.Picture;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** A video file while it is written: encoder, container and what lies between. */
final class EncodedFile implements AutoCloseable {
  private final VideoFormat format;
  private final int pixelFormat;
  private final AVRational timeBase;
  private final Resources resources = new Resources();
  private final NativeFrame frame;
  private final Scaler scaler;
  private final Muxer muxer;
  private final Encoder encoder;
  private long number;

  EncodedFile(Path file, VideoFormat format, int pixelFormat, Encoding encoding) {
    this.format = format;
    this.pixelFormat = pixelFormat;
    try {
      timeBase = resources.add(format.frameRate().timeBase());
      frame = resources.add(new NativeFrame(format, AV_PIX_FMT_YUV420P));
      scaler = resources.add(new Scaler());
      muxer = resources.add(new Muxer(file));
      encoder =
          resources.add(
              new Encoder(
                  encoding.encoder(),
                  format,
                  pixelFormat,
                  encoding.options(),
                  muxer.wantsGlobalHeader()));
      muxer.begin(encoder.context());
    } catch (RuntimeException | Error e) {
      resources.close();
      throw e;
    }
  }

  VideoFormat format() {
    return format;
  }

  void write(Picture picture) {
    AVFrame samples = frame.writable();
    Planes.write(picture, samples);
    if (pixelFormat != AV_PIX_FMT_YUV420P) {
      samples =
          scaler.scale(
              samples,
              format.width(),
              format.height(),
              pixelFormat,
              format.matrix(),
              format.range());
    }
    samples.pts(number++).duration(1);
    encoder.encode(samples, this::store);
  }

  void finish() {
    encoder.encode(null, this::store);
    muxer.end();
  }

  private void store(AVPacket packet) {
    muxer.write(packet, timeBase);
  }

  @Override
  public void close() {
    resources.close();
  }
}
