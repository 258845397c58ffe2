package dev.pixelwatch.training.evaluation;

import java.util.Locale;

/** Markdown that grows line by line. */
final class MarkdownText {
  private final StringBuilder text = new StringBuilder();

  void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /** A coefficient with three decimals, or a dash where there is none. */
  static String figure(double coefficient) {
    return Double.isNaN(coefficient) ? "-" : String.format(Locale.ROOT, "%.3f", coefficient);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
