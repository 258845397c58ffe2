package dev.pixelwatch.monitor.http;

import dev.pixelwatch.core.DistortionType;

/**
 * Consecutive scored frames in the order in which their results came, in columns.
 *
 * @param from sequence number of the first one
 * @param frames frame numbers
 * @param timesUs capture times in microseconds
 * @param scores relational scores
 * @param intensities {@code DistortionType.COUNT} signed intensities of each frame, frame by frame
 */
@SuppressWarnings("ArrayRecordComponent") // Columns on their way to JSON; never compared.
record Points(long from, long[] frames, long[] timesUs, float[] scores, float[] intensities) {
  int size() {
    return frames.length;
  }

  /** Sequence number of the first frame after these. */
  long next() {
    return from + size();
  }

  float intensity(int index, DistortionType type) {
    return intensities[index * DistortionType.COUNT + type.ordinal()];
  }
}
