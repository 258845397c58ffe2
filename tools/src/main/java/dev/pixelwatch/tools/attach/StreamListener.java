package dev.pixelwatch.tools.attach;

import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.schemas.StreamStatus;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Told how streams under watch are doing. Calls come from one thread, but for {@link #said}. */
public interface StreamListener {
  /**
   * How one stream is doing.
   *
   * @param stream its name
   * @param status of its capture; empty where nothing has been heard of that
   * @param dropped captured frames that had no room; empty where the capture runs elsewhere
   * @param outcomes of its frames; empty where the monitors run elsewhere
   */
  record StreamNews(
      String stream,
      Optional<StreamStatus> status,
      OptionalLong dropped,
      Optional<Outcomes> outcomes) {

    /** Scored frames, or captured ones where the monitors run elsewhere. */
    long frames() {
      return outcomes
          .map(Outcomes::scored)
          .or(() -> status.map(StreamStatus::getProcessedFrames))
          .orElse(0L);
    }
  }

  /**
   * What has come of the frames of a stream.
   *
   * @param score running mean in points; NaN before the first
   * @param topType such as {@code blur +0.31}; empty when no type is there
   * @param k every k-th frame is scored
   * @param scoresPerSecond of late
   */
  record Outcomes(
      double score,
      String topType,
      int k,
      double scoresPerSecond,
      long scored,
      long skipped,
      long unmatched,
      long lost,
      long failed,
      long duplicate) {}

  /** Something happened to a stream, in a whole sentence. Any thread may call this. */
  void said(String stream, String what);

  /** Something happened to all of them, in a whole sentence. */
  void said(String what);

  /** An alert of a stream opened or closed. */
  void alerted(Alert alert);

  /**
   * A few times a second.
   *
   * @param frames of all streams, scored or captured
   * @param streams those of which something has come of late
   */
  void progress(long frames, List<StreamNews> streams);
}
