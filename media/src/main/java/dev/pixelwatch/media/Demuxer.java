package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import dev.pixelwatch.core.UserError;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/**
 * The packets of the first or best video stream of a file or of anything else that FFmpeg opens.
 */
final class Demuxer implements AutoCloseable {
  private static final long PAUSE_NANOS = 2_000_000;

  private final Opening opening;
  private final AVFormatContext context;
  private final AVPacket packet;
  private final AVStream stream;
  private long discarded;
  private int end;

  /**
   * @throws UserError if it cannot be read or is no video
   * @throws InputUnavailableException if it is live and cannot be opened now
   */
  Demuxer(Opening opening) {
    Ffmpeg.load();
    this.opening = opening;
    context = opening.isLive() ? avformat_alloc_context() : new AVFormatContext(null);
    packet = Ffmpeg.allocated(av_packet_alloc());
    try {
      open();
      stream = bestStream();
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  AVFormatContext context() {
    return context;
  }

  AVStream stream() {
    return stream;
  }

  /** Packets so far that the container wants decoded but not shown. */
  long discarded() {
    return discarded;
  }

  /**
   * The next packet of the stream, valid until the next call, or null at the end. A file that is
   * cut off simply ends.
   */
  AVPacket next() {
    do {
      av_packet_unref(packet);
      int code = av_read_frame(context, packet);
      while (code == AVERROR_EAGAIN() && !isGivenUp()) {
        LockSupport.parkNanos(PAUSE_NANOS);
        code = av_read_frame(context, packet);
      }
      if (code < 0) {
        end = code;
        return null;
      }
    } while (packet.stream_index() != stream.index());
    if ((packet.flags() & AV_PKT_FLAG_DISCARD) != 0) {
      discarded++;
    }
    return packet;
  }

  private boolean isGivenUp() {
    return opening.interrupter().map(Interrupter::isDue).orElse(true);
  }

  /** Why there are no more packets, in FFmpeg's words; nothing at a proper end. */
  Optional<String> failure() {
    return end == 0 || end == AVERROR_EOF ? Optional.empty() : Optional.of(Ffmpeg.inWords(end));
  }

  /** Quarter turns clockwise that bring the picture upright, 0 to 3. */
  int quarterTurns() {
    AVPacketSideData matrix =
        av_packet_side_data_get(
            stream.codecpar().coded_side_data(),
            stream.codecpar().nb_coded_side_data(),
            AV_PKT_DATA_DISPLAYMATRIX);
    if (matrix == null) {
      return 0;
    }
    double anticlockwise = av_display_rotation_get(new IntPointer(matrix.data()));
    return Double.isNaN(anticlockwise) ? 0 : Math.floorMod(Math.round(-anticlockwise / 90), 4);
  }

  private void open() {
    opening.interrupter().ifPresent(interrupter -> interrupter.attachTo(context));
    AVInputFormat format = opening.format().map(this::format).orElse(null);
    int code;
    try (BytePointer url = new BytePointer(opening.url(), StandardCharsets.UTF_8)) {
      code =
          Ffmpeg.withOptions(
              opening.options(),
              options -> avformat_open_input(context, url, format, options),
              this::unknownOptions);
    }
    // Plain text passes as a recording of a terminal.
    if (code >= 0 && context.iformat().name().getString().equals("tty")) {
      throw notAVideo("it is text");
    }
    if (code >= 0) {
      code = avformat_find_stream_info(context, (AVDictionary) null);
    }
    if (code < 0) {
      throw notAVideo(Ffmpeg.inWords(code));
    }
  }

  private AVInputFormat format(String name) {
    AVInputFormat format = av_find_input_format(name);
    if (format == null) {
      Ffmpeg.loadDevices();
      format = av_find_input_format(name);
    }
    if (format == null) {
      throw new UserError(
          "FFmpeg knows no input format '" + name + "'",
          "Give one such as v4l2, lavfi, mpegts, mjpeg, i420 or nv12, or none to have it guessed.");
    }
    return format;
  }

  private void unknownOptions(String names) {
    throw new UserError(
        "FFmpeg knows no option '%s' for the input %s".formatted(names, opening.name()),
        "Check the names of the input options.");
  }

  private AVStream bestStream() {
    int index = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
    if (index < 0 || (context.streams(index).disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0) {
      throw notAVideo("it has no video stream");
    }
    for (int other = 0; other < context.nb_streams(); other++) {
      if (other != index) {
        context.streams(other).discard(AVDISCARD_ALL);
      }
    }
    return context.streams(index);
  }

  private RuntimeException notAVideo(String why) {
    if (opening.isLive()) {
      boolean silent = opening.interrupter().get().hasTimedOut();
      return new InputUnavailableException(
          "cannot open %s: %s".formatted(opening.name(), silent ? "it does not answer" : why));
    }
    return new UserError(
        opening.name() + " is not a video that can be read: " + why,
        "Give a video file such as MP4, MKV, MOV or AVI; if it was cut off, write it again.");
  }

  @Override
  public void close() {
    avformat_close_input(context);
    av_packet_free(packet);
    opening.interrupter().ifPresent(Interrupter::close);
  }
}
