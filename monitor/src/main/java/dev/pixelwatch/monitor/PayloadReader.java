package dev.pixelwatch.monitor;

import dev.pixelwatch.schemas.Frame;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** Reads a frame again from its place in the log. Called by several threads. */
interface PayloadReader extends AutoCloseable {
  /**
   * Reads one frame.
   *
   * @return the frame, or nothing if the topic does not hold it any more
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer; the caller's
   *     transaction is then to be aborted and tried again
   */
  Optional<Frame> read(TopicPartition partition, long offset);

  @Override
  default void close() {}
}
