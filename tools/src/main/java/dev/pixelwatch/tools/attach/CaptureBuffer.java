package dev.pixelwatch.tools.attach;

import dev.pixelwatch.media.LiveFrame;
import dev.pixelwatch.monitor.Side;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Frames between the threads that capture them and the one that publishes them. Each side has room
 * for a few; when there is none the oldest frame of that side goes, so that nobody waits for
 * anybody.
 */
final class CaptureBuffer {
  private static final int ROOM = 8;

  private final Deque<Captured> frames = new ArrayDeque<>();
  private final int[] held = new int[Side.values().length];
  private long dropped;

  /** A frame, and how often its side had been opened when it came. */
  record Captured(Side side, int connection, LiveFrame frame) {}

  synchronized void offer(Captured captured) {
    int side = captured.side().ordinal();
    if (held[side] == ROOM) {
      frames.remove(oldest(captured.side()));
      held[side]--;
      dropped++;
    }
    frames.add(captured);
    held[side]++;
    notifyAll();
  }

  private Captured oldest(Side side) {
    return frames.stream().filter(frame -> frame.side() == side).findFirst().orElseThrow();
  }

  /** The frame that has waited longest, at most after waiting for so long. */
  synchronized Optional<Captured> poll(long millis) throws InterruptedException {
    if (frames.isEmpty()) {
      wait(millis);
    }
    Captured first = frames.poll();
    if (first != null) {
      held[first.side().ordinal()]--;
    }
    return Optional.ofNullable(first);
  }

  /** Frames that had to go since the start. */
  synchronized long dropped() {
    return dropped;
  }
}
