package dev.pixelwatch.monitor.http;

import dev.pixelwatch.core.DistortionType;
import java.util.List;

/** The newest scored frames of a stream, numbered in the order in which they came. */
final class PointRing {
  private final long[] frames;
  private final long[] timesUs;
  private final float[] scores;
  private final float[] intensities;
  private long next;
  private long first;

  PointRing(int capacity) {
    frames = new long[capacity];
    timesUs = new long[capacity];
    scores = new float[capacity];
    intensities = new float[capacity * DistortionType.COUNT];
  }

  void add(long frame, long timeUs, double score, List<Float> values) {
    int at = slot(next);
    frames[at] = frame;
    timesUs[at] = timeUs;
    scores[at] = (float) score;
    for (int i = 0; i < DistortionType.COUNT; i++) {
      intensities[at * DistortionType.COUNT + i] = i < values.size() ? values.get(i) : 0;
    }
    next++;
    first = Math.max(first, next - frames.length);
  }

  /** Forgets all frames; their sequence numbers are not used again. */
  void clear() {
    first = next;
  }

  /** Whether lower numbers than this one are there, and this one is not. */
  boolean lacks(long frame) {
    boolean lower = false;
    for (long seq = first; seq < next; seq++) {
      long other = frames[slot(seq)];
      if (other == frame) {
        return false;
      }
      lower |= other < frame;
    }
    return lower;
  }

  /** Sequence number of a frame, as it came last; -1 if it is not there. */
  long sequenceOf(long frame) {
    for (long seq = next - 1; seq >= first; seq--) {
      if (frames[slot(seq)] == frame) {
        return seq;
      }
    }
    return -1;
  }

  /** Sequence number of the oldest frame. */
  long first() {
    return first;
  }

  /** Sequence number that the next frame will have. */
  long next() {
    return next;
  }

  /** The oldest frames from a sequence number on, so many at most. */
  Points since(long seq, int limit) {
    long from = Math.min(next, Math.max(first, seq));
    int count = (int) Math.min(limit, next - from);
    Points points =
        new Points(
            from,
            new long[count],
            new long[count],
            new float[count],
            new float[count * DistortionType.COUNT]);
    for (int i = 0; i < count; i++) {
      int at = slot(from + i);
      points.frames()[i] = frames[at];
      points.timesUs()[i] = timesUs[at];
      points.scores()[i] = scores[at];
      System.arraycopy(
          intensities,
          at * DistortionType.COUNT,
          points.intensities(),
          i * DistortionType.COUNT,
          DistortionType.COUNT);
    }
    return points;
  }

  private int slot(long seq) {
    return (int) (seq % frames.length);
  }
}
