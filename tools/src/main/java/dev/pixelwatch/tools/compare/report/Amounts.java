package dev.pixelwatch.tools.compare.report;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.tools.compare.Quantity;
import dev.pixelwatch.tools.compare.QuantityDifference;
import dev.pixelwatch.tools.report.Numbers;

/** Values of a quantity as text, with as many decimals as tell something. */
final class Amounts {
  private Amounts() {}

  /** A value with its sign, such as "-8.4" or "+0.031". */
  static String of(Quantity quantity, double value) {
    if (!Double.isFinite(value)) {
      return "unknown";
    }
    String format = quantity.type().isPresent() ? "%+.3f" : "%+.1f";
    String text = Numbers.text(format, value);
    return text.chars().anyMatch(c -> c >= '1' && c <= '9') ? text : text.substring(1);
  }

  /** The interval of a difference, such as "+0.021 to +0.034". */
  static String interval(QuantityDifference difference) {
    if (!Double.isFinite(difference.difference().low())) {
      return "unknown";
    }
    return of(difference.quantity(), difference.difference().low())
        + " to "
        + of(difference.quantity(), difference.difference().high());
  }

  /**
   * What B looks like beside A, such as "more blocking" or "brighter, farther from the reference".
   */
  static String inWords(QuantityDifference difference) {
    double change = difference.meanB() - difference.meanA();
    return difference
        .quantity()
        .type()
        .map(type -> inWords(type, change, difference.difference().mean()))
        .orElse(change < 0 ? "a lower score" : "a higher score");
  }

  private static String inWords(DistortionType type, double change, double distance) {
    if (!type.isTwoSided()) {
      return type.inWords(change);
    }
    return type.inWords(change)
        + (distance < 0 ? ", nearer to the reference" : ", farther from the reference");
  }
}
