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

  private final FrameRate frameRate;
  private final double tick;
  private final OptionalLong announcedFrames;
  private final OptionalLong endUs;
  private long firstTick = AV_NOPTS_VALUE;
  private long lastEndUs;

  Timeline(AVFormatContext container, AVStream stream) {
    frameRate = frameRate(container, stream);
    tick = 1e6 * stream.time_base().num() / stream.time_base().den();
    announcedFrames =
        stream.nb_frames() > 0 ? OptionalLong.of(stream.nb_frames()) : OptionalLong.empty();
    endUs = end(container, stream);
  }

  FrameRate frameRate() {
    return frameRate;
  }

  /** Length in microseconds, if the container tells it. */
  OptionalLong durationUs() {
    return endUs;
  }

  /** How many frames the container announces, from its length where it gives no count. */
  OptionalLong expectedFrames() {
    return announcedFrames.isPresent() || endUs.isEmpty()
        ? announcedFrames
        : OptionalLong.of(Math.round(endUs.getAsLong() * frameRate.perSecond() / 1e6));
  }

  /** Time in microseconds of a decoded frame since the first. */
  long timeUs(AVFrame frame, long number) {
    long stamp = frame.best_effort_timestamp();
    if (stamp == AV_NOPTS_VALUE) {
      return frameRate.timeUs(number);
    }
    if (firstTick == AV_NOPTS_VALUE) {
      firstTick = stamp;
    }
    lastEndUs = Math.round(stamp * tick) + frameRate.timeUs(1);
    return Math.round((stamp - firstTick) * tick);
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
    // Without a count only what is missing at the end can be told from the length.
    double missingUs = endUs.isPresent() ? endUs.getAsLong() - lastEndUs : 0;
    return damaged + Math.max(0, Math.round(missingUs * frameRate.perSecond() / 1e6));
  }

  private static FrameRate frameRate(AVFormatContext container, AVStream stream) {
    AVRational rate = av_guess_frame_rate(container, stream, null);
    return rate.num() > 0 && rate.den() > 0
        ? new FrameRate(rate.num(), rate.den())
        : FrameRate.of(25);
  }

  /** Where the stream ends; guesses from the bit rate or from what was read do not count. */
  private static OptionalLong end(AVFormatContext container, AVStream stream) {
    if (container.duration_estimation_method() != AVFMT_DURATION_FROM_STREAM) {
      return OptionalLong.empty();
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
