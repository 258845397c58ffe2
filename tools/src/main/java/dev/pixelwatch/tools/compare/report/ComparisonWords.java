package dev.pixelwatch.tools.compare.report;

import dev.pixelwatch.tools.compare.CommonFrames;
import dev.pixelwatch.tools.compare.Comparison;
import dev.pixelwatch.tools.compare.GateOutcome;
import dev.pixelwatch.tools.compare.QuantityDifference;
import dev.pixelwatch.tools.compare.Verdict;
import dev.pixelwatch.tools.compare.statistics.MeanEstimates;
import dev.pixelwatch.tools.report.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A comparison in plain language. */
public final class ComparisonWords {
  private ComparisonWords() {}

  /** What came of it, sentence by sentence: verdicts, what cannot be said, the gate. */
  public static List<String> sentences(Comparison comparison) {
    List<String> sentences = new ArrayList<>();
    List<QuantityDifference> worse = main(comparison, Verdict.WORSE);
    List<QuantityDifference> better = main(comparison, Verdict.BETTER);
    if (!worse.isEmpty()) {
      sentences.add("B is worse than A: " + list(worse) + ".");
    }
    if (!better.isEmpty()) {
      sentences.add(
          (worse.isEmpty() ? "B is better than A: " : "B is better in: ") + list(better) + ".");
    }
    List<QuantityDifference> side =
        comparison.differences().stream().filter(comparison::isSideEffect).toList();
    if (!side.isEmpty()) {
      sentences.add("Much weaker, so perhaps side effects: " + list(side) + ".");
    }
    List<QuantityDifference> open = comparison.with(Verdict.NOT_ENOUGH_DATA);
    if (worse.isEmpty() && better.isEmpty() && open.isEmpty()) {
      sentences.add("There is no difference between A and B that matters.");
    }
    if (!open.isEmpty()) {
      sentences.add("Not enough data to tell about: " + names(open) + ".");
    }
    comparison.differences().stream()
        .filter(QuantityDifference::hasChangedSide)
        .map(ComparisonWords::otherSide)
        .forEach(sentences::add);
    sentences.add(gate(comparison));
    return sentences;
  }

  /** Which frames were compared, and for how many independent ones they count. */
  public static List<String> basis(Comparison comparison) {
    List<String> sentences = new ArrayList<>();
    CommonFrames frames = comparison.frames();
    sentences.add(
        Numbers.text(
            "%d common %s, number %d to %d%s.",
            frames.count(),
            frames.count() == 1 ? "frame" : "frames",
            frames.first(),
            frames.last(),
            missing(frames)));
    if (comparison.batches() > 0) {
      sentences.add(
          Numbers.text(
              "Neighbouring frames are alike over about %d %s; the intervals rest on %d stretches"
                  + " and hold together with %s %% confidence.",
              Math.round(comparison.blockLength()),
              Math.round(comparison.blockLength()) == 1 ? "frame" : "frames",
              comparison.batches(),
              percent(comparison)));
      shortStretches(comparison).ifPresent(sentences::add);
    }
    return sentences;
  }

  /** Stretches as short as this still have much in common, and the intervals are too narrow. */
  private static Optional<String> shortStretches(Comparison comparison) {
    double length = (double) comparison.frames().count() / comparison.batches();
    return length >= comparison.blockLength()
        ? Optional.empty()
        : Optional.of(
            Numbers.text(
                "These stretches are only %.0f frames long, so that the confidence is less than"
                    + " that: compare %.0f frames or more.",
                length, Math.ceil(MeanEstimates.valuesFor(comparison.blockLength()))));
  }

  /** The confidence without needless decimals, such as "95". */
  static String percent(Comparison comparison) {
    double percent = 100 * comparison.gate().confidence();
    return percent == Math.rint(percent)
        ? Numbers.text("%.0f", percent)
        : Numbers.text("%.1f", percent);
  }

  private static String missing(CommonFrames frames) {
    if (frames.onlyInA() == 0 && frames.onlyInB() == 0) {
      return "";
    }
    return Numbers.text(
        "; left out: %d that only A has and %d that only B has",
        frames.onlyInA(), frames.onlyInB());
  }

  private static List<QuantityDifference> main(Comparison comparison, Verdict verdict) {
    return comparison.with(verdict).stream().filter(d -> !comparison.isSideEffect(d)).toList();
  }

  private static String list(List<QuantityDifference> differences) {
    return differences.stream()
        .map(
            d ->
                Numbers.text(
                    "%s (%s %s)",
                    Amounts.inWords(d),
                    d.quantity().inWords(),
                    Amounts.of(d.quantity(), d.difference().mean())))
        .collect(Collectors.joining(", "));
  }

  private static String names(List<QuantityDifference> differences) {
    return differences.stream().map(d -> d.quantity().inWords()).collect(Collectors.joining(", "));
  }

  private static String otherSide(QuantityDifference d) {
    return Numbers.text(
        "In %s B is %s by %s, but about as far from the reference.",
        d.quantity().inWords(),
        d.quantity().type().orElseThrow().inWords(d.meanB() - d.meanA()),
        Numbers.text("%.3f", Math.abs(d.meanB() - d.meanA())));
  }

  private static String gate(Comparison comparison) {
    return switch (comparison.outcome()) {
      case PASSED -> "Gate: passed, nothing is worse than allowed.";
      case OPEN ->
          "Gate: open, more frames are needed to tell whether all is as good as required ("
              + names(comparison, GateOutcome.OPEN)
              + ").";
      case FAILED ->
          "Gate: failed, worse than allowed in " + names(comparison, GateOutcome.FAILED) + ".";
    };
  }

  private static String names(Comparison comparison, GateOutcome outcome) {
    return names(comparison.differences().stream().filter(d -> d.gate() == outcome).toList());
  }
}
