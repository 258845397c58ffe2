package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.util.function.ToIntFunction;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** One open decoder with room for one frame. */
final class Decoder implements AutoCloseable {
  /** What became of a request. */
  enum Answer {
    DONE,
    NEEDS_PACKET,
    ENDED,
    DAMAGED
  }

  private final AVCodecContext context;
  private final AVFrame frame;

  /**
   * @param codecId FFmpeg's number of the coding format
   * @param configure sets up the context before it is opened and returns an error code
   * @throws IllegalStateException if this build cannot decode the format
   */
  Decoder(int codecId, ToIntFunction<AVCodecContext> configure) {
    Ffmpeg.load();
    AVCodec codec = avcodec_find_decoder(codecId);
    if (codec == null) {
      throw new IllegalStateException("this build of FFmpeg has no decoder for the format");
    }
    context = Ffmpeg.allocated(avcodec_alloc_context3(codec));
    frame = av_frame_alloc();
    try {
      Ffmpeg.allocated(frame);
      Ffmpeg.check(configure.applyAsInt(context), "set up the decoder");
      Ffmpeg.check(avcodec_open2(context, codec, (AVDictionary) null), "open the decoder");
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /** Gives a packet, or says with null that there are no more. */
  Answer send(AVPacket packet) {
    return answer(avcodec_send_packet(context, packet));
  }

  /** Asks for the next frame; after {@link Answer#DONE} it is in {@link #frame()}. */
  Answer receive() {
    return answer(avcodec_receive_frame(context, frame));
  }

  /** The frame received last. It is overwritten by the next {@link #receive()}. */
  AVFrame frame() {
    return frame;
  }

  private static Answer answer(int code) {
    if (code >= 0) {
      return Answer.DONE;
    }
    if (code == AVERROR_EAGAIN()) {
      return Answer.NEEDS_PACKET;
    }
    return code == AVERROR_EOF ? Answer.ENDED : Answer.DAMAGED;
  }

  @Override
  public void close() {
    avcodec_free_context(context);
    av_frame_free(frame);
  }
}
