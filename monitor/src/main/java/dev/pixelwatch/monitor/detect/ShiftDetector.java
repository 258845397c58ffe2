package dev.pixelwatch.monitor.detect;

/**
 * Lasting changes of the 15 intensities and the score of one stream, each on a chart of its own,
 * and told as one event when several change together. What it remembers is in its fields.
 */
final class ShiftDetector {
  ShiftCharts charts = new ShiftCharts();
  Episodes episodes = new Episodes();

  /** Adds a pair, in the order of frame numbers. */
  void add(Observation o, StreamContext context) {
    if (charts.pin(context.baseline())) {
      episodes.clear();
    }
    boolean learned =
        charts.add(
            o,
            context,
            quantity -> episodes.join(quantity, o, charts, context),
            quantity -> episodes.back(quantity, o, charts, context, ""),
            quantity -> episodes.closeAfter(quantity, context));
    if (learned) {
      episodes.tell(o, charts, context);
      episodes.accept(o, charts, context);
    }
  }

  /** Frames and times begin anew: only the baselines stay. */
  void beginAnew() {
    episodes.clear();
    charts.beginAnew();
  }

  /** Where a quantity lies above its baseline now; 0 while that is being learned. */
  double deviation(int quantity, double value) {
    return charts.areLearned() ? value - level(quantity) : 0;
  }

  double level(int quantity) {
    return charts.of(quantity).mean;
  }
}
