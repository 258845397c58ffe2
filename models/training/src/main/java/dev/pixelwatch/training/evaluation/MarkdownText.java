package dev.pixelwatch.training.evaluation;

import java.util.Locale;

/** Markdown that grows line by line. */
final class MarkdownText {
  private final StringBuilder text = new StringBuilder();

  void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
