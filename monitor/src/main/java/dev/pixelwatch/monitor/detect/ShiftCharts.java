package dev.pixelwatch.monitor.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;

/**
 * A chart for each of the 15 intensities and the score of one stream, and the baselines they start
 * from. What it remembers is in its fields.
 *
 * <p>At a cut of the reference the content changes, and with it what a stage does to it. There a
 * learned baseline moves to the level of the new scene unless the jump is larger than any that
 * content is expected to make; so a smaller change that falls on a cut is not found. A pinned
 * baseline never moves.
 */
final class ShiftCharts {
  /** Mean change of the thumbnail's cells at a cut, in luma codes. */
  private static final double CUT = 14;

  private static final double SETTLE_SECONDS = 0.6;
  private static final double LONGEST_GAP_SECONDS = 0.25;

  /** So many frames are kept at most: all of them are stored with each. */
  private static final int MOST_KEPT = 600;

  List<double[]> learning = new ArrayList<>();

  /** Capture time that the kept frames span, as the charts count it. */
  double learnedSeconds;

  /** How long the charts go on learning before they may speak. */
  double learnLeft;

  ShiftChart[] charts;

  /** Names the baseline that was pinned when the charts began, or is empty. */
  String pinned = "";

  long lastUs = Long.MIN_VALUE;
  double spacing;
  byte[] lastReference = {};
  double settleLeft;
  double[] settleSum;
  double settleSeconds;

  /** Begins anew where another baseline is pinned than before; gives whether it did. */
  boolean pin(Baseline baseline) {
    String name = baseline == null ? "" : baseline.build() + "/" + baseline.hashCode();
    if (name.equals(pinned)) {
      return false;
    }
    pinned = name;
    charts = null;
    if (baseline != null) {
      begin(baseline.levels(), 0);
    }
    return true;
  }

  /** Frames and times begin anew: nothing is away from its baseline, and no time has passed. */
  void beginAnew() {
    lastUs = Long.MIN_VALUE;
    if (charts != null) {
      List.of(charts).forEach(ShiftChart::settle);
    }
  }

  /**
   * Adds a pair, in the order of frame numbers.
   *
   * @param left told of each quantity that has left its baseline
   * @param back told of each that has come back
   * @param closeAfter for how many seconds a quantity must be back
   * @return false while the baseline is still being learned
   */
  boolean add(
      Observation o,
      StreamContext context,
      IntConsumer left,
      IntConsumer back,
      IntToDoubleFunction closeAfter) {
    double seconds = advance(o.timeUs());
    boolean cut = isCut(o.reference());
    if (!areLearned()) {
      learn(o, seconds, context.get(RuleOption.LEARN_SECONDS));
      return false;
    }
    if (cut && context.baseline() == null) {
      startSettling();
    }
    double follow = context.baseline() == null ? context.get(RuleOption.FOLLOW_SECONDS) : 0;
    for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
      ShiftChart chart = charts[quantity];
      double step = context.steps()[quantity];
      if (Double.isInfinite(step)) {
        continue;
      }
      double value = o.values()[quantity];
      if (settleLeft > 0 && chart.direction == 0) {
        settleSum[quantity] += value * seconds;
        chart.settle();
        continue;
      }
      Sensitivity sensitivity = context.rules().sensitivity();
      if (chart.add(value, seconds, spacing, o.frame(), o.timeUs(), step, sensitivity)) {
        left.accept(quantity);
      }
      chart.follow(value, seconds, follow);
      if (chart.isBack(o.frame(), o.timeUs(), step, closeAfter.applyAsDouble(quantity))) {
        back.accept(quantity);
      }
    }
    settle(seconds, context);
    return true;
  }

  /** Whether there are baselines. */
  boolean areLearned() {
    return charts != null && learnLeft <= 0;
  }

  ShiftChart of(int quantity) {
    return charts[quantity];
  }

  /** Size of a quantity's deviation, in the smallest steps that matter. */
  double strength(int quantity, StreamContext context) {
    return Math.abs(charts[quantity].deviationNow()) / context.steps()[quantity];
  }

  /** Takes the level that a quantity has now for its baseline. */
  void acceptLevel(int quantity, double level) {
    charts[quantity].moveTo(level, SETTLE_SECONDS);
  }

  private void begin(List<Baseline.Level> levels, double seconds) {
    charts = levels.stream().map(level -> ShiftChart.at(level, seconds)).toArray(ShiftChart[]::new);
    learning.clear();
    learnLeft = 0;
  }

  private double advance(long timeUs) {
    if (lastUs == Long.MIN_VALUE) {
      lastUs = timeUs;
      return 0;
    }
    double seconds = (timeUs - lastUs) / 1e6;
    lastUs = timeUs;
    if (seconds <= 0) {
      // Capture time stands still or jumps back: frames must do, or nothing would ever be learned.
      spacing = spacing == 0 ? BaselineLearner.USUAL_SPACING : spacing;
      return spacing;
    }
    double bounded = Math.min(seconds, LONGEST_GAP_SECONDS);
    spacing = spacing == 0 ? bounded : spacing + (bounded - spacing) * 0.1;
    return bounded;
  }

  private boolean isCut(byte[] reference) {
    boolean cut =
        Thumbnails.areKnown(lastReference, reference)
            && Thumbnails.meanChange(lastReference, reference) > CUT;
    lastReference = reference;
    return cut;
  }

  /** From frames that are kept, and where that takes long, from there on as the charts follow. */
  private void learn(Observation o, double seconds, double wanted) {
    if (charts != null) {
      for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
        charts[quantity].learn(o.values()[quantity], seconds);
      }
      learnLeft -= seconds;
      return;
    }
    learnedSeconds = learning.isEmpty() ? 0 : learnedSeconds + seconds;
    learning.add(o.values());
    int kept = learning.size();
    boolean enough = kept >= BaselineLearner.FEWEST && learnedSeconds >= wanted;
    if (enough || kept >= MOST_KEPT) {
      begin(BaselineLearner.learn(learning, learnedSeconds / (kept - 1)), learnedSeconds);
      learnLeft = wanted - learnedSeconds;
    }
  }

  private void startSettling() {
    settleLeft = SETTLE_SECONDS;
    settleSum = new double[Quantity.COUNT];
    settleSeconds = 0;
  }

  /** After a cut: the level of the new scene becomes the baseline, if it is not too far away. */
  private void settle(double seconds, StreamContext context) {
    if (settleLeft <= 0) {
      return;
    }
    settleSeconds += seconds;
    settleLeft -= seconds;
    if (settleLeft > 0 || settleSeconds <= 0) {
      return;
    }
    for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
      double level = settleSum[quantity] / settleSeconds;
      double allowed = context.get(RuleOption.CUT_STEPS) * context.steps()[quantity];
      ShiftChart chart = charts[quantity];
      boolean muted = Double.isInfinite(context.steps()[quantity]);
      if (!muted && chart.direction == 0 && Math.abs(level - chart.mean) <= allowed) {
        chart.moveTo(level, settleSeconds);
      }
    }
  }
}
