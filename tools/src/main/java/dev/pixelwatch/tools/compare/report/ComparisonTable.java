package dev.pixelwatch.tools.compare.report;

import dev.pixelwatch.tools.compare.Comparison;
import dev.pixelwatch.tools.compare.Quantity;
import dev.pixelwatch.tools.compare.QuantityDifference;
import dev.pixelwatch.tools.report.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All 16 quantities on a terminal of 80 columns. */
public final class ComparisonTable {
  private ComparisonTable() {}

  /** The lines, a heading first. */
  public static List<String> lines(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Numbers.text(
            "%-14s %8s %8s %9s  %-18s %s",
            "", "A", "B", "B minus A", ComparisonWords.percent(comparison) + " % interval", ""));
    for (QuantityDifference d : sorted(comparison)) {
      lines.add(
          Numbers.text(
                  "%-14s %8s %8s %9s  %-18s %s",
                  d.quantity().inWords() + (d.quantity().isTwoSided() ? " *" : ""),
                  Amounts.of(d.quantity(), d.meanA()),
                  Amounts.of(d.quantity(), d.meanB()),
                  Amounts.of(d.quantity(), d.difference().mean()),
                  Amounts.interval(d),
                  shortVerdict(d))
              .stripTrailing());
    }
    lines.add("* distance from the reference, on either side");
    return lines;
  }

  /** The score, then what is decided, the largest first, then the rest. */
  static List<QuantityDifference> sorted(Comparison comparison) {
    Comparator<QuantityDifference> order =
        Comparator.comparing((QuantityDifference d) -> !d.quantity().equals(Quantity.SCORE))
            .thenComparing(d -> !d.isDecided())
            .thenComparing(d -> d.isDecided() ? -Math.abs(d.inSteps()) : 0);
    return comparison.differences().stream().sorted(order).toList();
  }

  private static String shortVerdict(QuantityDifference difference) {
    return switch (difference.verdict()) {
      case WORSE -> "worse";
      case BETTER -> "better";
      case NO_DIFFERENCE -> "no difference";
      case NOT_ENOUGH_DATA -> "not enough data";
    };
  }
}
