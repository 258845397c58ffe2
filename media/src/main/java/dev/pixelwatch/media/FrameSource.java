package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.avcodec.AVCodecContext.FF_THREAD_SLICE;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;

import dev.pixelwatch.core.UserError;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** The decoded frames of a file, one after another. What does not decode is counted and passed. */
final class FrameSource implements AutoCloseable {
  private static final int DECODER_THREADS = 4;

  private final Demuxer demuxer;
  private final Decoder decoder;
  private long damaged;

  /**
   * @throws UserError if it is no video or its format cannot be decoded here
   */
  FrameSource(Opening opening) {
    demuxer = new Demuxer(opening);
    try {
      decoder = open(opening, demuxer.stream());
    } catch (RuntimeException | Error e) {
      demuxer.close();
      throw e;
    }
  }

  Demuxer demuxer() {
    return demuxer;
  }

  /** Packets so far that could not be decoded. */
  long damaged() {
    return damaged;
  }

  /** FFmpeg's name of the coding format. */
  String codec() {
    return codec(demuxer.stream());
  }

  /** The frame that {@link #next()} found, valid until it is called again. */
  AVFrame frame() {
    return decoder.frame();
  }

  /** Decodes until there is a frame; false at the end of the video. */
  boolean next() {
    while (true) {
      switch (decoder.receive()) {
        case DONE -> {
          return true;
        }
        case ENDED -> {
          return false;
        }
        case DAMAGED -> damaged++;
        case NEEDS_PACKET -> {
          if (decoder.send(demuxer.next()) == Decoder.Answer.DAMAGED) {
            damaged++;
          }
        }
      }
    }
  }

  private static Decoder open(Opening opening, AVStream stream) {
    try {
      return new Decoder(
          stream.codecpar().codec_id(), context -> configure(context, stream, opening.isLive()));
    } catch (IllegalStateException e) {
      throw new UserError(
          "%s cannot be decoded: %s is not supported here".formatted(opening.name(), codec(stream)),
          "Convert it with FFmpeg to H.264 or FFV1 first.",
          e);
    }
  }

  private static int configure(AVCodecContext context, AVStream stream, boolean live) {
    if (live) {
      // Threads that decode a frame each would hold back as many frames.
      context.thread_type(FF_THREAD_SLICE);
    }
    context
        .pkt_timebase(stream.time_base())
        .thread_count(Math.min(DECODER_THREADS, Runtime.getRuntime().availableProcessors()));
    return avcodec_parameters_to_context(context, stream.codecpar());
  }

  private static String codec(AVStream stream) {
    return avcodec_get_name(stream.codecpar().codec_id()).getString();
  }

  @Override
  public void close() {
    decoder.close();
    demuxer.close();
  }
}
