package dev.pixelwatch.tools.compare;

import dev.pixelwatch.tools.compare.statistics.MeanEstimates.Interval;
import java.util.Locale;

/** What can be said of build B beside build A in one quantity. */
public enum Verdict {
  /** More than chance, for the worse, and by more than what matters. */
  WORSE("worse"),
  /** The same for the better. */
  BETTER("better"),
  /** The whole interval lies within what does not matter, or no frame differs by as much. */
  NO_DIFFERENCE("no difference that matters"),
  /** The interval is too wide to say either. */
  NOT_ENOUGH_DATA("not enough data");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** The name used in files, such as {@code no_difference}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As people read it. */
  public String inWords() {
    return words;
  }

  /**
   * The verdict on a difference.
   *
   * @param difference of what is compared, B minus A
   * @param step smallest difference that matters
   * @param everMatters whether any frame differs by more than that
   */
  static Verdict of(Quantity quantity, Interval difference, double step, boolean everMatters) {
    boolean moreThanChance = difference.low() > 0 || difference.high() < 0;
    if (moreThanChance && Math.abs(difference.mean()) > step) {
      return quantity.harm(difference.mean()) > 0 ? WORSE : BETTER;
    }
    boolean known = Double.isFinite(difference.low());
    boolean within = difference.low() >= -step && difference.high() <= step;
    return known && (within || !everMatters) ? NO_DIFFERENCE : NOT_ENOUGH_DATA;
  }
}
