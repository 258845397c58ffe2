package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import dev.pixelwatch.core.Picture;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Reads the frames of a live input as they come. Files, images, pipes and graphs of filters are
 * read no faster than their own rate. When size or colour change in mid-run a new segment begins.
 * Used by one thread, but for {@link #interrupt()}.
 */
public final class LiveReader implements AutoCloseable {
  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Resources resources = new Resources();
  private final LiveInput input;
  private final Interrupter interrupter = new Interrupter();
  private final Consumer<String> said;
  private final FrameSource source;
  private final PictureConverter converter;
  private final FrameRate frameRate;
  private final double tick;
  private final int quarterTurns;
  private final LiveClock clock;
  private LiveSegment segment;
  private boolean firstIsWaiting = true;
  private int segments;
  private long startNanos;

  private LiveReader(LiveInput input, Consumer<String> said) {
    this.input = input;
    this.said = said;
    interrupter.allow(input.patience());
    try {
      converter = resources.add(new PictureConverter());
      source = resources.add(new FrameSource(input.opening(interrupter)));
      Demuxer demuxer = source.demuxer();
      frameRate =
          input
              .frameRate()
              .orElseGet(() -> new Timeline(demuxer.context(), demuxer.stream()).frameRate());
      tick = 1e6 * demuxer.stream().time_base().num() / demuxer.stream().time_base().den();
      quarterTurns = demuxer.quarterTurns();
      clock = new LiveClock(frameRate, !input.setsThePace(), said);
      if (!source.next()) {
        throw new InputUnavailableException(
            "%s gives no frame: %s".formatted(input.uri(), ending()));
      }
      segment = LiveSegment.of(source.frame(), input.size(), quarterTurns);
    } catch (RuntimeException | Error e) {
      resources.close();
      throw e;
    }
  }

  /**
   * Opens an input and waits for its first frame, no longer than its patience.
   *
   * @param said told in words what is odd about the input, now and later; on the reading thread
   * @throws UserError if a file is missing or the input is given an option that it does not have
   * @throws InputUnavailableException if it cannot be opened now, does not answer in time, or is no
   *     video
   */
  public static LiveReader open(LiveInput input, Consumer<String> said) {
    return new LiveReader(input, said);
  }

  /** Frames per second, as told or as the input says. */
  public FrameRate frameRate() {
    return frameRate;
  }

  /** What comes now, such as {@code 1280 x 720, 30 frames/s, h264, yuv420p}. */
  public String inWords() {
    return "%d x %d, %s frames/s, %s, %s"
        .formatted(
            segment.width(),
            segment.height(),
            frameRate,
            source.codec(),
            av_get_pix_fmt_name(segment.pixelFormat()).getString());
  }

  /** The next frame; nothing when no more will come, for the reason that {@link #ending()} says. */
  public Optional<LiveFrame> read() {
    interrupter.allow(input.patience());
    if (interrupter.isInterrupted() || (!firstIsWaiting && !source.next())) {
      return Optional.empty();
    }
    AVFrame frame = source.frame();
    long stamp = frame.best_effort_timestamp();
    clock.advance(
        stamp == AV_NOPTS_VALUE ? OptionalLong.empty() : OptionalLong.of(Math.round(stamp * tick)),
        ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
    Picture picture = picture(frame);
    pace();
    return Optional.of(
        new LiveFrame(picture, clock.index(), clock.timeUs(), clock.captureTimeUs(), segments));
  }

  private Picture picture(AVFrame frame) {
    LiveSegment now = LiveSegment.of(frame, input.size(), quarterTurns);
    if (!now.equals(segment)) {
      segment = now;
      segments++;
      said.accept("the format changed in mid-run; a new segment begins: " + inWords());
    }
    Picture picture =
        converter.convert(
            frame,
            segment.decodedWidth(quarterTurns),
            segment.decodedHeight(quarterTurns),
            segment.matrix(),
            segment.range());
    return Rotation.turned(picture, quarterTurns);
  }

  /** Waits until the time of the frame has come, if the input would give it at once. */
  private void pace() {
    if (firstIsWaiting) {
      firstIsWaiting = false;
      startNanos = System.nanoTime();
    }
    if (input.setsThePace()) {
      return;
    }
    long due = startNanos + TimeUnit.MICROSECONDS.toNanos(clock.timeUs());
    long left = due - System.nanoTime();
    while (left > 0 && !interrupter.isInterrupted()) {
      LockSupport.parkNanos(Math.min(left, STEP_NANOS));
      left = due - System.nanoTime();
    }
  }

  /** Why no more frames come, in words without a full stop. */
  public String ending() {
    if (interrupter.isInterrupted()) {
      return "it was stopped";
    }
    if (interrupter.hasTimedOut()) {
      return "nothing came for " + input.patience().toSeconds() + " s";
    }
    return source.demuxer().failure().orElse("it has ended");
  }

  /** Packets so far that could not be decoded. */
  public long damaged() {
    return source.damaged();
  }

  /** Makes {@link #read()} return soon, now and for ever. Any thread may call it. */
  public void interrupt() {
    interrupter.interrupt();
  }

  @Override
  public void close() {
    resources.close();
  }
}
