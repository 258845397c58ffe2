package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** One open encoder. */
final class Encoder implements AutoCloseable {
  private final AVCodecContext context;
  private final AVPacket packet;

  /**
   * @param name FFmpeg's name of the encoder
   * @param pixelFormat number of the pixel format it will be given
   * @param globalHeader whether the container keeps the parameter sets apart from the packets
   * @throws IllegalStateException if this build lacks the encoder or it refuses the options
   */
  Encoder(
      String name,
      VideoFormat format,
      int pixelFormat,
      Map<String, String> options,
      boolean globalHeader) {
    Ffmpeg.load();
    AVCodec codec = avcodec_find_encoder_by_name(name);
    if (codec == null) {
      throw new IllegalStateException("this build of FFmpeg has no encoder " + name);
    }
    context = Ffmpeg.allocated(avcodec_alloc_context3(codec));
    packet = av_packet_alloc();
    try {
      Ffmpeg.allocated(packet);
      configure(format, pixelFormat, globalHeader);
      Ffmpeg.check(
          Ffmpeg.withOptions(
              options,
              dictionary -> avcodec_open2(context, codec, dictionary),
              unknown -> {
                throw new IllegalStateException(
                    "the encoder %s has no option %s".formatted(name, unknown));
              }),
          "open the encoder " + name);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /** Whether this build of FFmpeg has the encoder. */
  static boolean exists(String name) {
    Ffmpeg.load();
    return avcodec_find_encoder_by_name(name) != null;
  }

  private void configure(VideoFormat format, int pixelFormat, boolean globalHeader) {
    try (var rate = format.frameRate().rational();
        var timeBase = format.frameRate().timeBase()) {
      context.framerate(rate).time_base(timeBase);
    }
    context.width(format.width()).height(format.height()).pix_fmt(pixelFormat);
    context
        .colorspace(ColourTags.of(format.matrix()))
        .color_range(ColourTags.of(format.range()))
        .color_primaries(ColourTags.primaries(format.matrix()))
        .color_trc(ColourTags.transfer(format.matrix()))
        .thread_count(1);
    if (globalHeader) {
      context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    }
  }

  AVCodecContext context() {
    return context;
  }

  /** Encodes a frame, or what is still held back if it is null, and hands over each packet. */
  void encode(AVFrame frame, Consumer<AVPacket> sink) {
    Ffmpeg.check(avcodec_send_frame(context, frame), "encode a frame");
    while (true) {
      int code = avcodec_receive_packet(context, packet);
      if (code == AVERROR_EAGAIN() || code == AVERROR_EOF) {
        return;
      }
      Ffmpeg.check(code, "encode a frame");
      try {
        sink.accept(packet);
      } finally {
        av_packet_unref(packet);
      }
    }
  }

  @Override
  public void close() {
    avcodec_free_context(context);
    av_packet_free(packet);
  }
}
