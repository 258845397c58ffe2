package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;

import dev.pixelwatch.core.UserError;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;

/** A container file with one video stream. */
final class Muxer implements AutoCloseable {
  private final Path file;
  private final AVFormatContext context;
  private final AVIOContext output;
  private AVStream stream;

  /**
   * @throws UserError if no container has the extension of the file
   */
  Muxer(Path file) {
    Ffmpeg.load();
    this.file = file;
    context = new AVFormatContext(null);
    output = new AVIOContext(null);
    try (BytePointer name = url()) {
      if (avformat_alloc_output_context2(context, null, null, name) < 0) {
        throw new UserError(
            "no video format is known for the name " + file,
            "Use an extension such as .mkv, .mp4 or .avi.");
      }
    }
  }

  /** Whether the container keeps parameter sets apart from the packets. */
  boolean wantsGlobalHeader() {
    return (context.oformat().flags() & AVFMT_GLOBALHEADER) != 0;
  }

  /**
   * Creates the file and writes the header.
   *
   * @throws UserError if the file cannot be written or the container cannot hold the format
   */
  void begin(AVCodecContext encoder) {
    stream = Ffmpeg.allocated(avformat_new_stream(context, null));
    Ffmpeg.check(avcodec_parameters_from_context(stream.codecpar(), encoder), "begin a file");
    stream.time_base(encoder.time_base()).avg_frame_rate(encoder.framerate());
    try (BytePointer name = url()) {
      written(avio_open(output, name, AVIO_FLAG_WRITE));
    }
    context.pb(output);
    written(avformat_write_header(context, (AVDictionary) null));
  }

  void write(AVPacket packet, AVRational timeBase) {
    packet.stream_index(stream.index());
    av_packet_rescale_ts(packet, timeBase, stream.time_base());
    written(av_interleaved_write_frame(context, packet));
  }

  void end() {
    written(av_write_trailer(context));
    int code = avio_closep(output);
    context.pb(null);
    written(code);
  }

  private BytePointer url() {
    return new BytePointer("file:" + file.toAbsolutePath(), StandardCharsets.UTF_8);
  }

  private void written(int code) {
    if (code < 0) {
      throw new UserError(
          "cannot write " + file + ": " + Ffmpeg.inWords(code),
          "Check that the folder exists and may be written, that the disk is not full and that"
              + " the format fits the extension.");
    }
  }

  @Override
  public void close() {
    if (!output.isNull()) {
      avio_closep(output);
    }
    avformat_free_context(context);
  }
}
