package dev.pixelwatch.tools.attach;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.monitor.FrameIdentity;
import dev.pixelwatch.monitor.FramePublisher;
import dev.pixelwatch.monitor.Side;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Publishes the frames of one stream, each number once for each side and in order, and none from
 * before both sides were there.
 */
final class StreamSink {
  private final StreamSpec spec;
  private final FramePublisher publisher;
  private final long firstNumber;
  private final Map<Side, Long> next = new EnumMap<>(Side.class);
  private final Map<Side, AtomicLong> published = new EnumMap<>(Side.class);
  private long from;
  private final AtomicLong leftOut = new AtomicLong();

  /**
   * @param firstNumber what the numbers of this run begin with
   */
  StreamSink(StreamSpec spec, FramePublisher publisher, long firstNumber) {
    this.spec = spec;
    this.publisher = publisher;
    this.firstNumber = firstNumber;
    for (Side side : Side.values()) {
      next.put(side, 0L);
      published.put(side, new AtomicLong());
    }
  }

  /** From now on frames are published, from the first position that both sides can still fill. */
  void begin(long referencePosition, long processedPosition) {
    from = Math.max(referencePosition, processedPosition);
  }

  /** Gives the number under which the frame was published, or -1 if it was left out. */
  long publish(Side side, long position, long captureTimeUs, Picture picture) {
    if (position < from) {
      return -1;
    }
    if (position < next.get(side)) {
      leftOut.incrementAndGet();
      return -1;
    }
    long number = firstNumber + position;
    publisher.publish(
        side,
        new FrameIdentity(spec.stream(), spec.stage(), spec.build(), number, captureTimeUs),
        picture);
    next.put(side, position + 1);
    published.get(side).incrementAndGet();
    return number;
  }

  /** The position after the last one that was published. */
  long next(Side side) {
    return next.get(side);
  }

  /** Frames published so far; any thread may ask. */
  long published(Side side) {
    return published.get(side).get();
  }

  /** Frames whose number the same side had taken already. */
  long leftOut() {
    return leftOut.get();
  }
}
