package dev.pixelwatch.monitor.detect;

import dev.pixelwatch.core.DistortionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What people read about a change of level. */
final class ShiftMessages {
  private static final int NAMED = 3;

  private ShiftMessages() {}

  /**
   * One or two sentences.
   *
   * @param members other quantities that changed at the same time, strongest first
   */
  static String of(int lead, List<Integer> members, ShiftCharts charts) {
    ShiftChart chart = charts.of(lead);
    if (lead == Quantity.SCORE) {
      return "Quality %s: the score went from %s."
          .formatted(chart.direction > 0 ? "rose" : "fell", points(chart));
    }
    List<String> others = new ArrayList<>();
    for (int member : members) {
      if (member != Quantity.SCORE && others.size() < NAMED) {
        others.add(DistortionType.values()[member].inWords(charts.of(member).direction));
      }
    }
    String with = others.isEmpty() ? "" : "; with it " + join(others);
    String score =
        members.contains(Quantity.SCORE)
            ? "; the score went from " + points(charts.of(Quantity.SCORE))
            : "";
    String words = DistortionType.values()[lead].inWords(chart.direction);
    return String.format(
        Locale.ROOT,
        "%s than before: %s went from %+.2f to %+.2f%s%s.",
        Character.toUpperCase(words.charAt(0)) + words.substring(1),
        Quantity.id(lead),
        shown(chart.mean),
        shown(chart.current()),
        with,
        score);
  }

  /** Rounded, and never a zero below zero. */
  private static double shown(double intensity) {
    return Math.round(100 * intensity) / 100.0 + 0.0;
  }

  private static String points(ShiftChart chart) {
    return String.format(Locale.ROOT, "%.1f to %.1f points", chart.mean, chart.current());
  }

  private static String join(List<String> words) {
    return words.stream().collect(Collectors.joining(", "));
  }
}
