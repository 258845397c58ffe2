package dev.pixelwatch.tools.record.capture;

import java.time.Duration;
import java.util.Map;

/**
 * How a recording goes.
 *
 * @param records how many were recorded of each kind, by its id
 * @param bytes written so far
 * @param gone frames that retention removed before they could be read
 * @param silence for how long no broker has answered
 */
public record RecordNews(Map<String, Long> records, long bytes, long gone, Duration silence) {
  public RecordNews {
    records = Map.copyOf(records);
  }

  /** Everything that was recorded. */
  long total() {
    return records.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Frames of both sides. */
  public long frames() {
    return records.getOrDefault("frames.reference", 0L)
        + records.getOrDefault("frames.processed", 0L);
  }
}
