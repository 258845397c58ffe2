package dev.pixelwatch.training.evaluation;

import dev.pixelwatch.core.DistortionType;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Measurements as Markdown tables, as they stand on a model card. */
public final class EvaluationTables {
  private EvaluationTables() {}

  /** The tables of what was measured. */
  public static String markdown(Measurements measurements) {
    MarkdownText text = new MarkdownText();
    Headline.write(text, measurements);
    measurements
        .evaluation()
        .ifPresent(
            evaluation -> {
              singleTypes(text, evaluation);
              leakage(text, evaluation);
              ladder(text, evaluation.ladder());
              slightBlurs(text, evaluation.slightBlurs());
              shifts(text, evaluation);
            });
    if (!measurements.knownPairs().isEmpty()) {
      knownPairs(text, measurements.knownPairs());
    }
    measurements.human().ifPresent(human -> HumanTable.write(text, human));
    return text.toString();
  }

  /** One table of several networks that were measured on the same images. */
  public static String comparison(List<Measurements> networks) {
    MarkdownText text = new MarkdownText();
    Headline.compare(text, networks);
    return text.toString();
  }

  private static void singleTypes(MarkdownText text, Evaluation evaluation) {
    text.line("");
    IntSummaryStatistics pairs =
        evaluation.singleTypes().stream()
            .mapToInt(Evaluation.SingleType::pairs)
            .summaryStatistics();
    text.line(
        "The score is taught MDSI, with slight sharpening counted as slight. One type alone over the"
            + " whole frame of either side, mean intensity at least 0.1, %s%d pairs a type:",
        pairs.getMin() < pairs.getMax() ? pairs.getMin() + " to " : "", pairs.getMax());
    text.line("");
    text.line(
        "| type | right type first | direction right | response / truth | leakage | map Pearson |"
            + " points lost for intensity 1 | as taught |");
    text.line("|---|---|---|---|---|---|---|---|");
    for (Evaluation.SingleType row : evaluation.singleTypes()) {
      int type = DistortionType.byId(row.type()).orElseThrow().ordinal();
      text.line(
          "| %s | %.0f %% | %.0f %% | %.2f | %.1f %% | %s | %.0f | %.0f |",
          row.type(),
          100 * row.topRight(),
          100 * row.directionRight(),
          row.response(),
          100 * row.leakage(),
          MarkdownText.figure(evaluation.maps().pearson().get(type)),
          row.points(),
          row.truePoints());
    }
  }

  private static void ladder(MarkdownText text, ScoreLadder ladder) {
    text.line("");
    text.line(
        "Points lost at each severity (columns), one type alone over the whole frame, and in"
            + " brackets by MDSI, from which the score learns (rank correlation over all these pairs:"
            + " %.3f). A map ends at severity 1:",
        ladder.agreement());
    text.line("");
    Map<String, StringBuilder> rows = new LinkedHashMap<>();
    Set<String> severities = new LinkedHashSet<>();
    for (ScoreLadder.Rung rung : ladder.rungs()) {
      severities.add(String.format(Locale.ROOT, "%.2f", rung.severity()));
      rows.computeIfAbsent(rung.type(), type -> new StringBuilder("| " + type + " |"))
          .append(String.format(Locale.ROOT, " %.0f (%.0f) |", rung.points(), rung.truePoints()));
    }
    text.line("| type | %s |", String.join(" | ", severities));
    text.line("|---%s|", "|---".repeat(severities.size()));
    rows.values().forEach(row -> text.line("%s", row));
  }

  private static void slightBlurs(MarkdownText text, List<SlightBlur> rows) {
    text.line("");
    text.line(
        "Points lost by a blur of severity %.1f, by what the reference went through before:",
        SlightBlur.SEVERITY);
    text.line("");
    text.line("| reference | points | by MDSI | root mean square deviation |");
    text.line("|---|---|---|---|");
    for (SlightBlur row : rows) {
      text.line(
          "| %s | %.1f | %.1f | %.1f |",
          row.reference(), row.points(), row.truePoints(), row.deviation());
    }
  }

  private static void shifts(MarkdownText text, Evaluation evaluation) {
    text.line("");
    text.line("A clean photograph beside itself moved to the right, which is no distortion:");
    text.line("");
    text.line("| pixels | strongest mean response | intensity | points |");
    text.line("|---|---|---|---|");
    for (Evaluation.Shift shift : evaluation.shifts()) {
      text.line(
          "| %.2f | %s | %.3f | %.1f |",
          shift.pixels(), shift.type(), shift.intensity(), shift.points());
    }
  }

  private static void leakage(MarkdownText text, Evaluation evaluation) {
    text.line("");
    text.line(
        "Mean absolute response of each type (columns) to one type alone (rows), in hundredths:");
    text.line("");
    StringBuilder head = new StringBuilder("| |");
    for (DistortionType type : DistortionType.values()) {
      head.append(' ').append(type.id()).append(" |");
    }
    text.line("%s", head);
    text.line("|---%s|", "|---".repeat(DistortionType.COUNT));
    for (Evaluation.SingleType row : evaluation.singleTypes()) {
      StringBuilder cells = new StringBuilder("| " + row.type() + " |");
      row.responses().forEach(r -> cells.append(' ').append(Math.round(100 * r)).append(" |"));
      text.line("%s", cells);
    }
  }

  private static void knownPairs(MarkdownText text, List<KnownPairs.Row> known) {
    text.line("");
    text.line("| real pair | expected | its intensity | found first | intensity | right |");
    text.line("|---|---|---|---|---|---|");
    for (KnownPairs.Row row : known) {
      text.line(
          "| %s | %s %+d | %+.2f | %s | %+.2f | %s |",
          row.distorted(),
          row.expectedType(),
          row.expectedDirection(),
          row.expectedIntensity(),
          row.foundType(),
          row.foundIntensity(),
          row.right() ? "yes" : "no");
    }
  }
}
