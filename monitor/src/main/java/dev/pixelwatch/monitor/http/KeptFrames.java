package dev.pixelwatch.monitor.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Frames of one stream that can be looked at again, in the order of their numbers. Their number and
 * bytes are bounded. When there are too many, the one goes whose neighbours lie closest together
 * for its age: the last seconds stay dense, and a few frames reach back for minutes. The first and
 * the newest stay until {@link #dropBefore}.
 */
final class KeptFrames {
  private final int mostFrames;
  private final LongSupplier mostBytes;
  private final List<KeptFrame> frames = new ArrayList<>();
  private long bytes;

  KeptFrames(int mostFrames, LongSupplier mostBytes) {
    this.mostFrames = mostFrames;
    this.mostBytes = mostBytes;
  }

  synchronized void add(KeptFrame frame) {
    int at = place(frame.number());
    if (at < frames.size() && frames.get(at).number() == frame.number()) {
      remove(at);
    }
    frames.add(at, frame);
    bytes += frame.bytes();
    while (frames.size() > 2 && (frames.size() > mostFrames || bytes > mostBytes.getAsLong())) {
      remove(leastMissed());
    }
  }

  /** Forgets the frames below a number, but for the newest one. */
  synchronized void dropBefore(long number) {
    while (frames.size() > 1 && frames.get(0).number() < number) {
      remove(0);
    }
  }

  synchronized void clear() {
    frames.clear();
    bytes = 0;
  }

  synchronized Optional<KeptFrame> at(long number) {
    int at = place(number);
    return at < frames.size() && frames.get(at).number() == number
        ? Optional.of(frames.get(at))
        : Optional.empty();
  }

  synchronized List<KeptFrame> all() {
    return List.copyOf(frames);
  }

  synchronized Optional<KeptFrame> newest() {
    return frames.isEmpty() ? Optional.empty() : Optional.of(frames.get(frames.size() - 1));
  }

  synchronized long bytes() {
    return bytes;
  }

  /** Where a frame of this number is or would be. */
  private int place(long number) {
    int at = frames.size();
    while (at > 0 && frames.get(at - 1).number() >= number) {
      at--;
    }
    return at;
  }

  private int leastMissed() {
    long newest = frames.get(frames.size() - 1).number();
    int least = 1;
    double leastGap = Double.MAX_VALUE;
    for (int i = 1; i < frames.size() - 1; i++) {
      double gap = frames.get(i + 1).number() - frames.get(i - 1).number();
      double age = newest - frames.get(i).number() + 1.0;
      if (gap / age < leastGap) {
        leastGap = gap / age;
        least = i;
      }
    }
    return least;
  }

  private void remove(int at) {
    bytes -= frames.remove(at).bytes();
  }
}
