package dev.pixelwatch.tools.attach.align;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.monitor.Side;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Estimates the constant spatial shift of the processed picture from the middle of a pair now and
 * then: the median of the last estimates. Used by one thread.
 */
public final class ShiftEstimator {
  private static final int LARGEST = 256;
  private static final int KEPT = 7;
  private static final int LEAST = 3;

  private final long every;
  private final Map<Long, Square> waiting = new HashMap<>();
  private final Deque<PhaseCorrelation.Shift> last = new ArrayDeque<>();
  private PhaseCorrelation correlation;
  private int size;

  private record Square(Side side, int width, int height, byte[] luma) {}

  /**
   * @param every one pair in so many is looked at
   */
  public ShiftEstimator(long every) {
    this.every = Math.max(1, every);
  }

  /** Takes note of a frame and the number that it was given. */
  public void observe(Side side, long number, Picture picture) {
    if (number % every != 0) {
      return;
    }
    Square square = middle(side, picture);
    Square partner = waiting.remove(number);
    if (partner == null) {
      // A partner that has not come by now will not.
      waiting.keySet().removeIf(other -> Math.abs(other - number) > 16 * every);
      waiting.put(number, square);
    } else if (partner.side() != side
        && partner.width() == square.width()
        && partner.height() == square.height()) {
      boolean referenceFirst = partner.side() == Side.REFERENCE;
      add(
          referenceFirst ? partner.luma() : square.luma(),
          referenceFirst ? square.luma() : partner.luma());
    }
  }

  private void add(byte[] reference, byte[] processed) {
    correlation
        .shift(reference, processed)
        .ifPresent(
            shift -> {
              last.add(shift);
              if (last.size() > KEPT) {
                last.remove();
              }
            });
  }

  private Square middle(Side side, Picture picture) {
    int side2 = Integer.highestOneBit(Math.min(picture.width(), picture.height()));
    int wanted = Math.min(LARGEST, side2);
    if (wanted != size) {
      size = wanted;
      correlation = new PhaseCorrelation(size);
      waiting.clear();
    }
    byte[] luma = new byte[size * size];
    int left = (picture.width() - size) / 2;
    int top = (picture.height() - size) / 2;
    for (int row = 0; row < size; row++) {
      System.arraycopy(
          picture.luma(), (top + row) * picture.width() + left, luma, row * size, size);
    }
    return new Square(side, picture.width(), picture.height(), luma);
  }

  /** Pixels to the right, once it is known. */
  public Optional<Double> right() {
    return median(last.stream().map(PhaseCorrelation.Shift::right).sorted().toList());
  }

  /** Pixels downwards, once it is known. */
  public Optional<Double> down() {
    return median(last.stream().map(PhaseCorrelation.Shift::down).sorted().toList());
  }

  private static Optional<Double> median(List<Double> sorted) {
    return sorted.size() < LEAST ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
  }

  /** Forgets everything. */
  public void restart() {
    waiting.clear();
    last.clear();
  }
}
