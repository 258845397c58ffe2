package dev.pixelwatch.monitor;

import dev.pixelwatch.schemas.Frame;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Frames that wait for their partner, in memory, up to so many bytes of payload; the oldest goes
 * first. They are keyed by their place in the log, which never changes its content, so that one
 * cache serves every task, whatever became of the transaction that put them here.
 */
final class PayloadCache {
  private record Place(TopicPartition partition, long offset) {}

  private final long capacity;
  private final Map<Place, Frame> frames = new LinkedHashMap<>();
  private long bytes;

  PayloadCache(long capacity) {
    this.capacity = capacity;
  }

  synchronized void put(TopicPartition partition, long offset, Frame frame) {
    Frame replaced = frames.put(new Place(partition, offset), frame);
    bytes += size(frame) - (replaced == null ? 0 : size(replaced));
    Iterator<Frame> oldest = frames.values().iterator();
    while (bytes > capacity && oldest.hasNext()) {
      bytes -= size(oldest.next());
      oldest.remove();
    }
  }

  /** The frame, which is then forgotten. */
  synchronized Optional<Frame> take(TopicPartition partition, long offset) {
    Frame frame = frames.remove(new Place(partition, offset));
    if (frame != null) {
      bytes -= size(frame);
    }
    return Optional.ofNullable(frame);
  }

  synchronized long bytes() {
    return bytes;
  }

  private static long size(Frame frame) {
    return frame.getPayload().remaining();
  }
}
