package dev.pixelwatch.tools.record;

/** Where records go: into topics or into a recording. */
@FunctionalInterface
public interface RecordSink {
  /**
   * Takes a record.
   *
   * @throws dev.pixelwatch.core.UserError if it cannot be written
   */
  void accept(RecordedMessage message);
}
