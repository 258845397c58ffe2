package dev.pixelwatch.tools.compare;

import dev.pixelwatch.tools.compare.statistics.MeanEstimates.Interval;
import java.util.Locale;

/** Whether a gate lets build B pass, in one quantity or in all. The worst comes last. */
public enum GateOutcome {
  /** B is no worse than allowed. */
  PASSED(0),
  /** Whether it is cannot be said from these frames. */
  OPEN(4),
  /** B is worse than allowed, by more than chance. */
  FAILED(3);

  private final int exitCode;

  GateOutcome(int exitCode) {
    this.exitCode = exitCode;
  }

  /** What a command ends with. */
  public int exitCode() {
    return exitCode;
  }

  /** The name used in files, such as {@code passed}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The outcome for a difference.
   *
   * @param difference of what is compared, B minus A
   * @param allowed how much worse B may be
   * @param everWorse whether it is worse by more than that in any frame
   */
  static GateOutcome of(Quantity quantity, Interval difference, double allowed, boolean everWorse) {
    double oneEnd = quantity.harm(difference.low());
    double otherEnd = quantity.harm(difference.high());
    if (Math.min(oneEnd, otherEnd) > 0 && quantity.harm(difference.mean()) > allowed) {
      return FAILED;
    }
    boolean known = Double.isFinite(difference.low()) || Double.isInfinite(allowed);
    return known && (!everWorse || Math.max(oneEnd, otherEnd) <= allowed) ? PASSED : OPEN;
  }
}
