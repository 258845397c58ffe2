package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BITEXACT;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/** Converts frames to another size or pixel format (swscale, bicubic, the same on every CPU). */
final class Scaler implements AutoCloseable {
  private final SwsContext context;
  private final AVFrame target;

  Scaler() {
    Ffmpeg.load();
    context = Ffmpeg.allocated(sws_alloc_context());
    target = av_frame_alloc();
    if (target == null) {
      close();
      throw new OutOfMemoryError("FFmpeg cannot get native memory");
    }
    context.flags(SWS_BICUBIC | SWS_ACCURATE_RND | SWS_BITEXACT);
  }

  /**
   * Converts a frame. Matrix and range are those of the Y'CbCr side, or of both sides.
   *
   * @return a frame that belongs to the scaler and lives until the next call
   */
  AVFrame scale(
      AVFrame source,
      int width,
      int height,
      int pixelFormat,
      ColourMatrix matrix,
      ColourRange range) {
    tag(source, source.format(), matrix, range);
    av_frame_unref(target);
    target.width(width).height(height).format(pixelFormat);
    target.color_primaries(source.color_primaries()).color_trc(source.color_trc());
    tag(target, pixelFormat, matrix, range);
    Ffmpeg.check(sws_scale_frame(context, target, source), "convert a frame");
    return target;
  }

  static boolean isRgb(int pixelFormat) {
    return (av_pix_fmt_desc_get(pixelFormat).flags() & AV_PIX_FMT_FLAG_RGB) != 0;
  }

  private static void tag(AVFrame frame, int pixelFormat, ColourMatrix matrix, ColourRange range) {
    if (isRgb(pixelFormat)) {
      frame.colorspace(AVCOL_SPC_RGB).color_range(AVCOL_RANGE_JPEG);
    } else {
      frame.colorspace(ColourTags.of(matrix)).color_range(ColourTags.of(range));
    }
  }

  @Override
  public void close() {
    sws_free_context(context);
    av_frame_free(target);
  }
}
