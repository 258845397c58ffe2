package dev.pixelwatch.monitor;

import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Knows whether a topic holds records that this monitor has yet to process. */
interface Backlog extends AutoCloseable {
  /** Whether any of the partitions has such records; true as well if that cannot be found out. */
  boolean isIn(Set<TopicPartition> partitions);

  @Override
  default void close() {}
}
