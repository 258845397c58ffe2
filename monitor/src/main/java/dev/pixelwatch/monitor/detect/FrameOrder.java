package dev.pixelwatch.monitor.detect;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts what comes about the frames of one stream into the order of their numbers: blocks of frames
 * are scored side by side and come mixed. A number that is missing holds back those after it for a
 * while only.
 */
public final class FrameOrder<T> {
  /** No frame number yet. */
  public static final long NONE = Long.MIN_VALUE;

  /** A jump by so many numbers, back or forth, is a stream that began anew. */
  private static final long RESTART = 300;

  private record Waiting<T>(T item, long arrivedMs) {}

  /**
   * What is next.
   *
   * @param number frame number
   * @param missing numbers before it that did not come
   */
  public record Next<T>(long number, long missing, T item) {}

  private final int mostWaiting;
  private final long patienceMs;
  private final TreeMap<Long, Waiting<T>> waiting = new TreeMap<>();

  private FrameOrder(int mostWaiting, long patienceMs) {
    this.mostWaiting = mostWaiting;
    this.patienceMs = patienceMs;
  }

  /** Where being late is worse than being out of order. */
  public static <T> FrameOrder<T> live() {
    return new FrameOrder<>(64, 1_000);
  }

  /** Where every frame is scored, however long it takes. */
  public static <T> FrameOrder<T> complete() {
    return new FrameOrder<>(512, 10_000);
  }

  /** Whether what comes with this number is too late to be put in order. */
  public static boolean isLate(long number, long head) {
    return head != NONE && number <= head;
  }

  /** Whether a scored pair of this number shows that its stream began anew. */
  public static boolean isRestart(long number, long head) {
    return head != NONE && number < head - RESTART;
  }

  /** Keeps something until its turn comes. */
  public void add(long number, T item, long nowMs) {
    waiting.put(number, new Waiting<>(item, nowMs));
  }

  /**
   * What is to be looked at now, if anything.
   *
   * @param head the number that was looked at last, or {@link #NONE}
   */
  public Optional<Next<T>> next(long head, long nowMs) {
    Map.Entry<Long, Waiting<T>> first = waiting.firstEntry();
    if (first == null) {
      return Optional.empty();
    }
    long number = first.getKey();
    boolean follows = head == NONE ? number == 0 : number == head + 1;
    boolean enough =
        waiting.size() >= mostWaiting || nowMs - first.getValue().arrivedMs() >= patienceMs;
    if (!follows && !enough) {
      return Optional.empty();
    }
    waiting.pollFirstEntry();
    long missing = head == NONE ? 0 : number - head - 1;
    if (missing > RESTART) {
      missing = 0;
    }
    return Optional.of(new Next<>(number, missing, first.getValue().item()));
  }
}
