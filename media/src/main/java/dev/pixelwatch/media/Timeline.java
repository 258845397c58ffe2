package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_STREAM;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_frame_rate;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** What a container tells about time and about how many frames there should be. */
final class Timeline {
  private static final Pattern CLOCK = Pattern.compile("(\\d+):(\\d+):(\\d+\\.?\\d*)");

  /** Frames per second up to which the mean rate is taken for the rate. */
  private static final int SLOW = 5;

  private final FrameRate frameRate;
  private final double tick;
  private final OptionalLong announcedFrames;
  private final OptionalLong endUs;
  private final long startTick;
  private final long startUs;
  private long firstTick = AV_NOPTS_VALUE;
  private long number = -1;
  private long timeUs;
  private long lastEndUs;
  private long damagedBefore;

  Timeline(AVFormatContext container, AVStream stream) {
    frameRate = frameRate(container, stream);
    startTick = stream.start_time();
    tick = 1e6 * stream.time_base().num() / stream.time_base().den();
    announcedFrames =
        stream.nb_frames() > 0 ? OptionalLong.of(stream.nb_frames()) : OptionalLong.empty();
    startUs = startTick == AV_NOPTS_VALUE ? 0 : Math.round(startTick * tick);
    endUs = end(container, stream, startUs, tick);
  }

  FrameRate frameRate() {
    return frameRate;
  }

  /** Length in microseconds, if the container tells it. */
  OptionalLong durationUs() {
    return endUs.isEmpty() ? endUs : OptionalLong.of(Math.max(0, endUs.getAsLong() - startUs));
  }

  /** How many frames the container announces, from its length where it gives no count. */
  OptionalLong expectedFrames() {
    OptionalLong length = durationUs();
    return announcedFrames.isPresent() || length.isEmpty()
        ? announcedFrames
        : OptionalLong.of(frames(length.getAsLong()));
  }

  /** Goes on to a decoded frame; {@code damaged} counts the packets given up before it. */
  void advance(AVFrame frame, long damaged) {
    long stamp = frame.best_effort_timestamp();
    long lastUs = timeUs;
    if (stamp == AV_NOPTS_VALUE) {
      number++;
      timeUs = frameRate.timeUs(number);
    } else {
      if (firstTick == AV_NOPTS_VALUE) {
        firstTick = damaged > 0 && startTick <= stamp ? startTick : stamp;
        lastUs = -frameRate.timeUs(1);
      }
      timeUs = Math.round((stamp - firstTick) * tick);
      // A gap in time is a lost frame only where packets were damaged; the rate may also vary.
      number += damaged > damagedBefore ? Math.max(1, frames(timeUs - lastUs)) : 1;
      lastEndUs = Math.round(stamp * tick) + frameRate.timeUs(1);
    }
    damagedBefore = damaged;
  }

  /** Number of the frame, counted from 0; a frame that could not be decoded leaves a gap. */
  long number() {
    return number;
  }

  /** Time in microseconds of the frame since the first. */
  long timeUs() {
    return timeUs;
  }

  /**
   * Frames that are known to be missing after the last one was read.
   *
   * @param decoded frames that came out
   * @param discarded packets that were never meant to be seen
   * @param damaged packets that could not be decoded
   */
  long lost(long decoded, long discarded, long damaged) {
    if (announcedFrames.isPresent()) {
      return Math.max(0, announcedFrames.getAsLong() - discarded - decoded);
    }
    // Without a count there are the damaged packets, and what is missing of the length at the end.
    long atTheEnd = endUs.isPresent() ? frames(endUs.getAsLong() - lastEndUs) : 0;
    long gaps = number + 1 - decoded;
    return Math.max(gaps, damagedBefore) + Math.max(atTheEnd, damaged - damagedBefore);
  }

  /** Whole frames in a length of time. */
  private long frames(long us) {
    return Math.round(us * frameRate.perSecond() / 1e6);
  }

  private static FrameRate frameRate(AVFormatContext container, AVStream stream) {
    AVRational mean = stream.avg_frame_rate();
    // FFmpeg takes slow Matroska files for faster ones than they are.
    boolean slow = mean.num() > 0 && mean.num() <= (long) SLOW * mean.den();
    AVRational rate = slow ? mean : av_guess_frame_rate(container, stream, null);
    return rate.num() > 0 && rate.den() > 0
        ? new FrameRate(rate.num(), rate.den())
        : FrameRate.of(25);
  }

  /** Where the stream ends; guesses from the bit rate or from what was read do not count. */
  private static OptionalLong end(
      AVFormatContext container, AVStream stream, long startUs, double tick) {
    if (container.duration_estimation_method() != AVFMT_DURATION_FROM_STREAM) {
      return OptionalLong.empty();
    }
    // Containers that count frames tell each stream's length; others would give that of the file.
    if (stream.nb_frames() > 0 && stream.duration() > 0) {
      return OptionalLong.of(startUs + Math.round(stream.duration() * tick));
    }
    AVDictionaryEntry tag = av_dict_get(stream.metadata(), "DURATION", null, 0);
    if (tag != null) {
      Matcher clock = CLOCK.matcher(tag.value().getString());
      if (clock.matches()) {
        double seconds =
            3600 * Double.parseDouble(clock.group(1))
                + 60 * Double.parseDouble(clock.group(2))
                + Double.parseDouble(clock.group(3));
        return OptionalLong.of(Math.round(seconds * 1e6));
      }
    }
    // The length of a file with sound may be that of the sound.
    return container.nb_streams() == 1 && container.duration() > 0
        ? OptionalLong.of(container.duration())
        : OptionalLong.empty();
  }
}
