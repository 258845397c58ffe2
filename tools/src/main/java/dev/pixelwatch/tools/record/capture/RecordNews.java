package dev.pixelwatch.tools.record.capture;

import java.time.Duration;
import java.util.Map;

/**
 * How a recording goes.
 *
 * @param records how many were recorded of each kind, by its id
 * @param bytes written so far
 * @param gone frames that retention removed before they could be read
 * @param disconnected for how long there has been no connection to any broker
 */
public record RecordNews(Map<String, Long> records, long bytes, long gone, Duration disconnected) {
  public RecordNews {
    records = Map.copyOf(records);
  }

  /** Frames of both sides. */
  public long frames() {
    return records.getOrDefault("frames.reference", 0L)
        + records.getOrDefault("frames.processed", 0L);
  }
}
