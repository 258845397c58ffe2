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
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;

import dev.pixelwatch.core.UserError;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/** The packets of the first or best video stream of a file. */
final class Demuxer implements AutoCloseable {
  private final Path file;
  private final AVFormatContext context;
  private final AVPacket packet;
  private final AVStream stream;
  private long discarded;

  /**
   * @throws UserError if the file is missing, cannot be read or is no video
   */
  Demuxer(Path file) {
    checkReadable(file);
    Ffmpeg.load();
    this.file = file;
    context = new AVFormatContext(null);
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
      if (av_read_frame(context, packet) < 0) {
        return null;
      }
    } while (packet.stream_index() != stream.index());
    if ((packet.flags() & AV_PKT_FLAG_DISCARD) != 0) {
      discarded++;
    }
    return packet;
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

  private static void checkReadable(Path file) {
    if (!Files.exists(file)) {
      throw new UserError("there is no file " + file, "Check the path.");
    }
    if (Files.isDirectory(file)) {
      throw new UserError(file + " is a directory", "Give a video file in it.");
    }
    if (!Files.isReadable(file)) {
      throw new UserError("cannot read " + file, "Check that you may read the file.");
    }
    if (file.toFile().length() == 0) {
      throw new UserError(
          file + " is not a video that can be read: it is empty", "Write the file again.");
    }
  }

  private void open() {
    // The prefix keeps a colon in a file name from being taken as a protocol.
    String url = "file:" + file.toAbsolutePath();
    int code;
    try (BytePointer name = new BytePointer(url, StandardCharsets.UTF_8)) {
      code =
          Ffmpeg.withOptions(
              Map.of("protocol_whitelist", "file"),
              options -> avformat_open_input(context, name, null, options));
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

  private UserError notAVideo(String why) {
    return new UserError(
        file + " is not a video that can be read: " + why,
        "Give a video file such as MP4, MKV, MOV or AVI; if it was cut off, write it again.");
  }

  @Override
  public void close() {
    avformat_close_input(context);
    av_packet_free(packet);
  }
}
