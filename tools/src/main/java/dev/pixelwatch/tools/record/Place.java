package dev.pixelwatch.tools.record;

import java.util.stream.Stream;

/** A record in its file. */
record Place(PartReader part, Entry entry) {
  /** The record; none if it is damaged. */
  Stream<RecordedMessage> read() {
    return part.read(entry).stream();
  }

  /** Number of its frame, or -1. */
  long frame() {
    return entry.frame();
  }

  /** When it was published, in milliseconds since 1970. */
  long publishedMs() {
    return entry.publishedMs();
  }
}
