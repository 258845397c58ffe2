package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Reads the frames of a video file one after another, as decoded. 8-bit 4:2:0 samples are copied;
 * everything else is converted to it. A cut-off or damaged file gives the frames that decode, and
 * {@link #lost()} says how many did not. Used by one thread.
 */
public final class VideoReader implements AutoCloseable {
  private final Resources resources = new Resources();
  private final FrameSource source;
  private final Timeline timeline;
  private final int quarterTurns;
  private final VideoInfo info;
  private final boolean copied;
  private final PictureConverter converter;
  private boolean firstIsWaiting = true;
  private long decoded;

  private VideoReader(Path file, Optional<Size> wanted) {
    try {
      converter = resources.add(new PictureConverter());
      source = resources.add(new FrameSource(VideoFile.opening(file)));
      Demuxer demuxer = source.demuxer();
      timeline = new Timeline(demuxer.context(), demuxer.stream());
      quarterTurns = demuxer.quarterTurns();
      if (!source.next()) {
        throw new UserError(
            file + " has no frame that can be decoded", "Write the file again; it is damaged.");
      }
      AVFrame first = source.frame();
      copied = Planes.areCopied(first.format());
      info =
          describe(
              first, wanted.orElse(new Size(first.width(), first.height()).turned(quarterTurns)));
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
    return new VideoReader(file, Optional.empty());
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
    return new VideoReader(file, Optional.of(new Size(width, height)));
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
    if (!firstIsWaiting && !source.next()) {
      return Optional.empty();
    }
    firstIsWaiting = false;
    AVFrame frame = source.frame();
    decoded++;
    timeline.advance(frame, source.damaged());
    Picture picture = Rotation.turned(picture(frame), quarterTurns);
    return Optional.of(new VideoFrame(picture, timeline.number(), timeline.timeUs()));
  }

  /**
   * Frames known to be missing or undecodable: what the container announces less what came out, or
   * where it announces nothing the damaged packets. Complete once {@link #read()} gave nothing.
   */
  public long lost() {
    return timeline.lost(decoded, source.demuxer().discarded(), source.damaged());
  }

  @Override
  public void close() {
    resources.close();
  }

  private VideoInfo describe(AVFrame first, Size size) {
    return new VideoInfo(
        size.width(),
        size.height(),
        timeline.frameRate(),
        av_get_pix_fmt_name(first.format()).getString(),
        source.codec(),
        ColourTags.matrix(first.colorspace(), first.height()),
        PictureConverter.range(first),
        timeline.expectedFrames(),
        timeline.durationUs());
  }

  private Picture picture(AVFrame frame) {
    Size target = new Size(info.width(), info.height()).turned(quarterTurns);
    return converter.convert(frame, target.width(), target.height(), info.matrix(), info.range());
  }

  private record Size(int width, int height) {
    Size turned(int quarterTurns) {
      return quarterTurns % 2 == 0 ? this : new Size(height, width);
    }
  }
}
