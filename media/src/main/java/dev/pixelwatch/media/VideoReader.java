package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Reads the frames of a video file one after another, as decoded. 8-bit 4:2:0 samples are copied;
 * everything else is converted to it. A cut-off or damaged file gives the frames that decode, and
 * {@link #lost()} says how many did not. Used by one thread.
 */
public final class VideoReader implements AutoCloseable {
  private static final int DECODER_THREADS = 4;

  private final Resources resources = new Resources();
  private final Demuxer demuxer;
  private final Decoder decoder;
  private final Timeline timeline;
  private final int quarterTurns;
  private final VideoInfo info;
  private final int decodedWidth;
  private final int decodedHeight;
  private final boolean copied;
  private Scaler scaler;
  private boolean firstIsWaiting = true;
  private long decoded;
  private long damaged;

  private VideoReader(Path file, int width, int height) {
    try {
      demuxer = resources.add(new Demuxer(file));
      AVStream stream = demuxer.stream();
      decoder = resources.add(open(file, stream));
      timeline = new Timeline(demuxer.context(), stream);
      quarterTurns = demuxer.quarterTurns();
      if (!decode()) {
        throw new UserError(
            file + " has no frame that can be decoded", "Write the file again; it is damaged.");
      }
      AVFrame first = decoder.frame();
      boolean lying = quarterTurns % 2 == 1;
      boolean asDecoded = width == 0;
      decodedWidth = asDecoded ? first.width() : lying ? height : width;
      decodedHeight = asDecoded ? first.height() : lying ? width : height;
      copied = Planes.areCopied(first.format());
      info = describe(first, stream, lying);
    } catch (RuntimeException | Error e) {
      resources.close();
      throw e;
    }
  }

  /**
   * Opens a video and decodes its first frame.
   *
   * @throws UserError if the file is missing, cannot be read, is no video or has no frame that can
   *     be decoded
   */
  public static VideoReader open(Path file) {
    return new VideoReader(checked(file), 0, 0);
  }

  /**
   * Opens a video whose frames are to be scaled to a size (bicubic).
   *
   * @throws UserError as {@link #open(Path)}
   * @throws IllegalArgumentException if the size is not positive
   */
  public static VideoReader open(Path file, int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("frames cannot be scaled to " + width + " x " + height);
    }
    return new VideoReader(checked(file), width, height);
  }

  /** What the file says of itself. */
  public VideoInfo info() {
    return info;
  }

  /** Says in a sentence, without a full stop, how samples that are not 8-bit 4:2:0 are changed. */
  public Optional<String> conversion() {
    return copied
        ? Optional.empty()
        : Optional.of(info.pixelFormat() + " samples are converted to 8-bit 4:2:0");
  }

  /** The next frame, or nothing after the last. */
  public Optional<VideoFrame> read() {
    if (!firstIsWaiting && !decode()) {
      return Optional.empty();
    }
    firstIsWaiting = false;
    AVFrame frame = decoder.frame();
    long number = decoded++;
    Picture picture = Rotation.turned(picture(frame), quarterTurns);
    return Optional.of(new VideoFrame(picture, number, timeline.timeUs(frame, number)));
  }

  /**
   * Frames known to be missing or undecodable: what the container announces less what came out, or
   * where it announces nothing the damaged packets. Complete once {@link #read()} gave nothing.
   */
  public long lost() {
    return timeline.lost(decoded, demuxer.discarded(), damaged);
  }

  @Override
  public void close() {
    resources.close();
  }

  private static Path checked(Path file) {
    if (!Files.exists(file)) {
      throw new UserError("there is no file " + file, "Check the path.");
    }
    if (Files.isDirectory(file)) {
      throw new UserError(file + " is a directory", "Give a video file in it.");
    }
    if (!Files.isReadable(file)) {
      throw new UserError("cannot read " + file, "Check that you may read the file.");
    }
    return file;
  }

  private static Decoder open(Path file, AVStream stream) {
    try {
      return new Decoder(
          stream.codecpar().codec_id(),
          context -> {
            context.pkt_timebase(stream.time_base());
            int code = avcodec_parameters_to_context(context, stream.codecpar());
            context.thread_count(
                Math.min(DECODER_THREADS, Runtime.getRuntime().availableProcessors()));
            return code;
          });
    } catch (IllegalStateException e) {
      throw new UserError(
          "%s cannot be decoded: %s is not supported here"
              .formatted(file, avcodec_get_name(stream.codecpar().codec_id()).getString()),
          "Convert it with FFmpeg to H.264 or FFV1 first.",
          e);
    }
  }

  private VideoInfo describe(AVFrame first, AVStream stream, boolean lying) {
    return new VideoInfo(
        lying ? decodedHeight : decodedWidth,
        lying ? decodedWidth : decodedHeight,
        timeline.frameRate(),
        av_get_pix_fmt_name(first.format()).getString(),
        avcodec_get_name(stream.codecpar().codec_id()).getString(),
        ColourTags.matrix(first.colorspace(), first.height()),
        range(first),
        timeline.expectedFrames(),
        timeline.durationUs());
  }

  private static ColourRange range(AVFrame frame) {
    if (Scaler.isRgb(frame.format())) {
      return ColourRange.LIMITED; // What it is converted to, as most video is.
    }
    return frame.format() == AV_PIX_FMT_YUVJ420P
        ? ColourRange.FULL
        : ColourTags.range(frame.color_range());
  }

  /** Decodes until there is a frame or the video ends. */
  private boolean decode() {
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
          AVPacket packet = demuxer.next();
          if (decoder.send(packet) == Decoder.Answer.DAMAGED) {
            damaged++;
          }
        }
      }
    }
  }

  private Picture picture(AVFrame frame) {
    ColourMatrix matrix = info.matrix();
    ColourRange range = info.range();
    if (Planes.areCopied(frame.format())
        && frame.width() == decodedWidth
        && frame.height() == decodedHeight) {
      return Planes.read(frame, matrix, range);
    }
    if (scaler == null) {
      scaler = resources.add(new Scaler());
    }
    return Planes.read(
        scaler.scale(frame, decodedWidth, decodedHeight, AV_PIX_FMT_YUV420P, matrix, range),
        matrix,
        range);
  }
}
