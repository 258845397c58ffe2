package dev.pixelwatch.monitor.detect;

/**
 * A two-sided CUSUM (Page 1954) of one quantity in capture time: each value counts for the time
 * since the last one, so that it finds the same change as soon when only every k-th frame is
 * scored. A value counts for at most two steps of deviation: one damaged frame is no change of
 * level.
 *
 * <p>What it remembers is in its fields, which are stored as they are.
 */
final class ShiftChart {
  /** Evidence for a lasting change is gathered this long at least, at a deviation of one step. */
  private static final double SHORTEST = 0.4;

  /** A learned spread is uncertain; the decision interval is that of a larger one. */
  private static final double CAUTION = 1.5;

  private static final double SMOOTHING_SECONDS = 0.25;
  private static final double BLOCK_SECONDS = 1;
  private static final double SPREAD_SECONDS = 60;
  private static final double WANDERING = 2;

  /** A quantity is back below this share of what opens an alert, so that none opens and closes. */
  private static final double BACK = 0.6;

  double mean;
  double deviation;
  double variance;
  double trackedVariance;
  double smooth;
  double up;
  double down;
  long upFrame;
  long upTimeUs;
  long downFrame;
  long downTimeUs;

  /** Seconds that the mean rests on, up to the time constant with which it follows. */
  double ageSeconds;

  double blockSum;
  double blockSeconds;

  /** +1 or -1 while the quantity is away from its baseline. */
  int direction;

  /** Capture time since which it is back, or 0. */
  long backSinceUs;

  long backFrame;

  /**
   * @param seconds that the level rests on
   */
  static ShiftChart at(Baseline.Level level, double seconds) {
    ShiftChart chart = new ShiftChart();
    chart.mean = level.mean();
    chart.smooth = level.mean();
    chart.ageSeconds = seconds;
    chart.deviation = level.deviation();
    chart.variance = CAUTION * level.longRun() * level.longRun();
    chart.trackedVariance = level.longRun() * level.longRun();
    return chart;
  }

  /** The value of now, over a quarter of a second. */
  double current() {
    return smooth;
  }

  double deviationNow() {
    return smooth - mean;
  }

  /**
   * Adds a value.
   *
   * @param seconds since the last one
   * @param spacing seconds between values of late
   * @return whether the quantity left its baseline with this value
   */
  boolean add(
      double value,
      double seconds,
      double spacing,
      long frame,
      long timeUs,
      double step,
      Sensitivity sensitivity) {
    smooth += (value - smooth) * Math.min(1, seconds / (seconds + SMOOTHING_SECONDS));
    if (direction != 0) {
      return false;
    }
    double reference = reference(step);
    double most = Math.max(2 * step, 2 * reference);
    double excess = Math.max(-most, Math.min(most, value - mean));
    double above = Math.max(0, up + (excess - reference) * seconds);
    double below = Math.max(0, down + (-excess - reference) * seconds);
    // The change began where the evidence did (Page 1954).
    if (up == 0 && above > 0) {
      upFrame = frame;
      upTimeUs = timeUs;
    }
    if (down == 0 && below > 0) {
      downFrame = frame;
      downTimeUs = timeUs;
    }
    up = above;
    down = below;
    double evidence = Math.max(up, down);
    if (evidence <= SHORTEST * reference || evidence <= limit(step, spacing, sensitivity)) {
      return false;
    }
    direction = up > down ? 1 : -1;
    smooth = value;
    backSinceUs = 0;
    return true;
  }

  /**
   * Deviations up to this are let pass: half of the step that matters, or more where the means of
   * whole seconds wander by themselves, as they do over the pictures between two key frames.
   */
  private double reference(double step) {
    return Math.max(step / 2, WANDERING * Math.sqrt(trackedVariance / BLOCK_SECONDS));
  }

  /** The decision interval. */
  double limit(double step, double spacing, Sensitivity sensitivity) {
    double reference = reference(step);
    double longRun = Math.max(Math.max(variance, trackedVariance), deviation * deviation * spacing);
    double byTheory =
        DecisionInterval.of(
            deviation * deviation,
            longRun,
            reference,
            sensitivity.secondsBetweenFalseAlarms(),
            spacing);
    // Four values at the largest deviation that counts, so that three damaged frames are none.
    double fewest = 3.5 * 1.5 * step * spacing;
    return Math.max(Math.max(SHORTEST * reference, fewest), byTheory);
  }

  long changeFrame() {
    return direction > 0 ? upFrame : downFrame;
  }

  long changeTimeUs() {
    return direction > 0 ? upTimeUs : downTimeUs;
  }

  /**
   * While nothing is wrong: follows slow changes of content, and learns how much the means of whole
   * seconds move.
   *
   * @param followSeconds time constant; 0 to stay
   */
  void follow(double value, double seconds, double followSeconds) {
    if (direction != 0 || up > 0 || down > 0 || followSeconds <= 0) {
      return;
    }
    // An average of all values first, which becomes an exponential one.
    ageSeconds = Math.min(followSeconds, ageSeconds + seconds);
    mean += (value - mean) * Math.min(1, seconds / ageSeconds);
    blockSum += (value - mean) * seconds;
    blockSeconds += seconds;
    if (blockSeconds >= BLOCK_SECONDS) {
      double square = blockSum * blockSum / blockSeconds;
      double bounded = Math.min(square, 9 * Math.max(trackedVariance, variance));
      trackedVariance += (bounded - trackedVariance) * Math.min(1, blockSeconds / SPREAD_SECONDS);
      blockSum = 0;
      blockSeconds = 0;
    }
  }

  /** Before anything can be wrong: the mean becomes that of all values. */
  void learn(double value, double seconds) {
    follow(value, seconds, Double.POSITIVE_INFINITY);
    smooth = mean;
  }

  /**
   * While away: whether the quantity has come back for good.
   *
   * @param patienceSeconds how long it must be back
   */
  boolean isBack(long frame, long timeUs, double step, double patienceSeconds) {
    if (direction == 0) {
      return false;
    }
    if (direction * deviationNow() > BACK * reference(step)) {
      backSinceUs = 0;
      return false;
    }
    if (backSinceUs == 0) {
      backSinceUs = timeUs;
      backFrame = frame;
    }
    return timeUs - backSinceUs >= patienceSeconds * 1e6;
  }

  /** Begins anew at its baseline. */
  void settle() {
    direction = 0;
    up = 0;
    down = 0;
    backSinceUs = 0;
  }

  /** Takes another level for its baseline, that of so many seconds. */
  void moveTo(double level, double seconds) {
    mean = level;
    ageSeconds = seconds;
    smooth = level;
    blockSum = 0;
    blockSeconds = 0;
    settle();
  }
}
