package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A frame of FFmpeg with samples of its own, freed when closed. */
final class NativeFrame implements AutoCloseable {
  private final AVFrame frame;

  NativeFrame(VideoFormat format, int pixelFormat) {
    frame = Ffmpeg.allocated(av_frame_alloc());
    frame
        .width(format.width())
        .height(format.height())
        .format(pixelFormat)
        .colorspace(ColourTags.of(format.matrix()))
        .color_range(ColourTags.of(format.range()));
    int code = av_frame_get_buffer(frame, 0);
    if (code < 0) {
      close();
      Ffmpeg.check(code, "get memory for a frame");
    }
  }

  /** The frame, safe to write to even if an encoder or a filter still holds its old samples. */
  AVFrame writable() {
    Ffmpeg.check(av_frame_make_writable(frame), "get memory for a frame");
    return frame;
  }

  @Override
  public void close() {
    av_frame_free(frame);
  }
}
