package dev.pixelwatch.monitor.detect;

import java.util.List;
import java.util.Locale;

/** Scores of a live stream that come too late. */
final class LatencyDetector {
  private static final double SMOOTHING = 0.05;

  double smoothUs;
  Condition late = new Condition();

  void add(Observation o, StreamContext context) {
    if (o.latencyUs() <= 0) {
      return;
    }
    smoothUs += (o.latencyUs() - smoothUs) * (smoothUs == 0 ? 1 : SMOOTHING);
    double bound = context.get(RuleOption.LATENCY_SECONDS);
    boolean isSo = smoothUs > bound * 1e6 * (late.open ? 0.8 : 1);
    double patience = context.get(RuleOption.CLOSE_AFTER_SECONDS);
    switch (late.update(isSo, o.frame(), o.timeUs(), patience / 2, patience)) {
      case OPENED ->
          context.open(
              new AlertBook.Opening(
                  AlertKind.LATENCY,
                  null,
                  1,
                  late.sinceFrame,
                  late.sinceUs,
                  bound,
                  smoothUs / 1e6,
                  null,
                  List.of(),
                  String.format(
                      Locale.ROOT,
                      "Scores come %.1f seconds after their frames were published; %.1f are"
                          + " allowed.",
                      smoothUs / 1e6,
                      bound)));
      case CLOSED ->
          context
              .book()
              .close(
                  AlertKind.LATENCY,
                  null,
                  late.otherwiseFrame,
                  late.otherwiseUs,
                  smoothUs / 1e6,
                  "");
      case NONE -> {}
    }
  }
}
