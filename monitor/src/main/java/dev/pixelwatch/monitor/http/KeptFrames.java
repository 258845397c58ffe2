package dev.pixelwatch.monitor.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Frames of one stream that can be looked at again, in the order of their numbers. Their number and
 * bytes are bounded. When there are too many, the one goes whose neighbours lie closest together
 * for its age: the last seconds stay dense, and a few frames reach back for minutes. The first and
 * the newest stay until {@link #dropBefore}, and so do a few that somebody will want to see.
 */
final class KeptFrames {
  private static final int MOST_PINNED = 40;

  private final int mostFrames;
  private final LongSupplier mostBytes;
  private final List<KeptFrame> frames = new ArrayList<>();
  private final Set<Long> pinned = new LinkedHashSet<>();
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
    trim();
  }

  /** Forgets what is too much; the share of bytes shrinks when further streams come. */
  synchronized void trim() {
    while (frames.size() > 2 && (frames.size() > mostFrames || bytes > mostBytes.getAsLong())) {
      remove(leastMissed());
    }
  }

  /** Spares the kept frame nearest to this number, unless so many others are asked for later. */
  synchronized void pin(long number) {
    frames.stream()
        .map(KeptFrame::number)
        .min(Comparator.comparingLong(kept -> Math.abs(kept - number)))
        .ifPresent(
            nearest -> {
              pinned.add(nearest);
              if (pinned.size() > MOST_PINNED) {
                pinned.remove(pinned.iterator().next());
              }
            });
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
      if (gap / age < leastGap && !pinned.contains(frames.get(i).number())) {
        leastGap = gap / age;
        least = i;
      }
    }
    return least;
  }

  private void remove(int at) {
    KeptFrame removed = frames.remove(at);
    pinned.remove(removed.number());
    bytes -= removed.bytes();
  }
}
