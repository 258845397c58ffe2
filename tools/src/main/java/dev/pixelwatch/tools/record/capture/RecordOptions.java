package dev.pixelwatch.tools.record.capture;

import dev.pixelwatch.tools.record.RecordKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is recorded, and when it ends.
 *
 * @param out a new or empty folder
 * @param kinds which topics
 * @param streams which streams; all if empty
 * @param from records published at or after this time; from now on if empty
 * @param to records published before this time; no end if empty
 * @param duration how long, from the start; no end if empty
 * @param maxBytes how large the recording may become
 */
public record RecordOptions(
    Path out,
    Set<RecordKind> kinds,
    Set<String> streams,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Duration> duration,
    long maxBytes) {

  public RecordOptions {
    kinds = Set.copyOf(kinds);
    streams = Set.copyOf(streams);
  }

  /** Everything from now on, without an end. */
  public static RecordOptions everything(Path out) {
    return new RecordOptions(
        out,
        Set.of(RecordKind.values()),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Long.MAX_VALUE);
  }
}
