package dev.pixelwatch.monitor.detect;

/**
 * What the detectors of a stream share at a moment.
 *
 * @param baseline the pinned one, or null
 * @param steps the smallest change that matters of each quantity
 */
record StreamContext(
    String stream,
    DetectorRules rules,
    Baseline baseline,
    double[] steps,
    Region region,
    AlertBook book) {

  double get(RuleOption option) {
    return rules.get(option);
  }

  void open(AlertBook.Opening opening) {
    book.open(stream, rules, opening);
  }
}
