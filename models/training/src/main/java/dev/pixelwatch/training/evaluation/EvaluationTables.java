package dev.pixelwatch.training.evaluation;

import dev.pixelwatch.core.DistortionType;
import java.util.List;
import java.util.Locale;

/** An evaluation as Markdown tables, as they stand on a model card. */
public final class EvaluationTables {
  private EvaluationTables() {}

  /** The tables; the one of known pairs only where there are any. */
  public static String markdown(Evaluation evaluation, List<KnownPairs.Row> known) {
    StringBuilder text = new StringBuilder();
    headline(text, evaluation, known);
    singleTypes(text, evaluation);
    leakage(text, evaluation);
    if (!known.isEmpty()) {
      knownPairs(text, known);
    }
    return text.toString();
  }

  private static void headline(
      StringBuilder text, Evaluation evaluation, List<KnownPairs.Row> known) {
    line(text, "Network %s, sha256 `%s`.", evaluation.model(), evaluation.sha256());
    line(text, "Measured on crops of %d photographs.", evaluation.photographs());
    line(text, "");
    line(text, "| what | measured |");
    line(text, "|---|---|");
    line(
        text,
        "| one type, whole frame: right type first | %.1f %% |",
        100 * evaluation.meanTopRight());
    Evaluation.Maps maps = evaluation.maps();
    line(
        text,
        "| three types, masks: Pearson with the true map, mean over types | %.3f |",
        maps.mean());
    line(text, "| the same, worst type | %.3f (%s) |", maps.worst(), maps.worstType());
    line(
        text,
        "| both frames distorted: Pearson, mean over types | %.3f |",
        evaluation.mapsBoth().mean());
    line(
        text,
        "| direction right where intensity is at least 0.2 | %.1f %% |",
        100 * maps.directionRight());
    line(
        text,
        "| leakage: mean response of other types over the true one | %.1f %% |",
        100 * evaluation.meanLeakage());
    line(text, "| anti-symmetry residual | %.1e |", evaluation.antiSymmetryResidual());
    line(
        text,
        "| largest deviation from 0.5 on identical frames | %.1e |",
        evaluation.identicalResponse());
    if (!known.isEmpty()) {
      long right = known.stream().filter(KnownPairs.Row::right).count();
      line(
          text,
          "| real pairs: expected type first, direction right | %d of %d |",
          right,
          known.size());
    }
  }

  private static void singleTypes(StringBuilder text, Evaluation evaluation) {
    line(text, "");
    line(
        text,
        "One type alone over the whole frame of either side, mean intensity at least 0.1, %d pairs"
            + " a type:",
        evaluation.singleTypes().get(0).pairs());
    line(text, "");
    line(
        text,
        "| type | right type first | direction right | response / truth | leakage | map Pearson |");
    line(text, "|---|---|---|---|---|---|");
    for (Evaluation.SingleType row : evaluation.singleTypes()) {
      int type = DistortionType.byId(row.type()).orElseThrow().ordinal();
      line(
          text,
          "| %s | %.0f %% | %.0f %% | %.2f | %.1f %% | %.3f |",
          row.type(),
          100 * row.topRight(),
          100 * row.directionRight(),
          row.response(),
          100 * row.leakage(),
          evaluation.maps().pearson().get(type));
    }
  }

  private static void leakage(StringBuilder text, Evaluation evaluation) {
    line(text, "");
    line(
        text,
        "Mean absolute response of each type (columns) to one type alone (rows), in hundredths:");
    line(text, "");
    StringBuilder head = new StringBuilder("| |");
    for (DistortionType type : DistortionType.values()) {
      head.append(' ').append(type.id()).append(" |");
    }
    line(text, "%s", head);
    line(text, "|---%s|", "|---".repeat(DistortionType.COUNT));
    for (Evaluation.SingleType row : evaluation.singleTypes()) {
      StringBuilder cells = new StringBuilder("| " + row.type() + " |");
      row.responses().forEach(r -> cells.append(' ').append(Math.round(100 * r)).append(" |"));
      line(text, "%s", cells);
    }
  }

  private static void knownPairs(StringBuilder text, List<KnownPairs.Row> known) {
    line(text, "");
    line(text, "| real pair | expected | found first | intensity | right |");
    line(text, "|---|---|---|---|---|");
    for (KnownPairs.Row row : known) {
      line(
          text,
          "| %s | %s %+d | %s | %+.2f | %s |",
          row.distorted(),
          row.expectedType(),
          row.expectedDirection(),
          row.foundType(),
          row.foundIntensity(),
          row.right() ? "yes" : "no");
    }
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
