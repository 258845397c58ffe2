package dev.pixelwatch.training.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The figures that a network is judged by, a row for each. */
final class Headline {
  private Headline() {}

  /** The first table of one network. */
  static void write(MarkdownText text, Measurements measurements) {
    text.line(
        "Network %s, sha256 `%s`.", measurements.model().name(), measurements.model().sha256());
    crops(text, measurements);
    text.line("");
    text.line("| what | measured |");
    text.line("|---|---|");
    rows(measurements).forEach((what, figure) -> text.line("| %s | %s |", what, figure));
  }

  /** Several networks that were measured on the same images, a column for each. */
  static void compare(MarkdownText text, List<Measurements> networks) {
    for (Measurements network : networks) {
      text.line("- %s: sha256 `%s`", network.model().name(), network.model().sha256());
    }
    text.line("");
    crops(text, networks.get(0));
    text.line("");
    text.line(
        "| what |%s",
        networks.stream().map(n -> " " + n.model().name() + " |").collect(Collectors.joining()));
    text.line("|---%s|", "|---".repeat(networks.size()));
    List<Map<String, String>> columns = networks.stream().map(Headline::rows).toList();
    for (String what : columns.get(0).keySet()) {
      text.line(
          "| %s |%s",
          what,
          columns.stream().map(rows -> " " + rows.get(what) + " |").collect(Collectors.joining()));
    }
  }

  private static void crops(MarkdownText text, Measurements measurements) {
    measurements
        .evaluation()
        .ifPresent(e -> text.line("Measured on crops of %d photographs.", e.photographs()));
  }

  /** Each figure under its name, in the order of the table. */
  private static Map<String, String> rows(Measurements measurements) {
    Map<String, String> rows = new LinkedHashMap<>();
    measurements.evaluation().ifPresent(evaluation -> photographs(rows, evaluation));
    knownPairs(rows, measurements.knownPairs());
    measurements.human().ifPresent(human -> people(rows, human));
    return rows;
  }

  private static void photographs(Map<String, String> rows, Evaluation evaluation) {
    Evaluation.Maps maps = evaluation.maps();
    rows.put(
        "one type, whole frame: right type first",
        format("%.1f %%", 100 * evaluation.meanTopRight()));
    rows.put(
        "three types, masks: Pearson with the true map, mean over types",
        format("%.3f", maps.mean()));
    rows.put("the same, worst type", format("%.3f (%s)", maps.worst(), maps.worstType()));
    rows.put(
        "both frames distorted: Pearson, mean over types",
        format("%.3f", evaluation.mapsBoth().mean()));
    rows.put(
        "direction right where intensity is at least 0.2",
        format("%.1f %%", 100 * maps.directionRight()));
    rows.put(
        "leakage: mean response of other types over the true one",
        format("%.1f %%", 100 * evaluation.meanLeakage()));
    rows.put("anti-symmetry residual", format("%.1e", evaluation.antiSymmetryResidual()));
    rows.put(
        "largest deviation from 0.5 on identical frames",
        format("%.1e", evaluation.identicalResponse()));
  }

  /** All pairs, and those of each type where there are several. */
  private static void knownPairs(Map<String, String> rows, List<KnownPairs.Row> known) {
    if (known.isEmpty()) {
      return;
    }
    rows.put("real pairs: expected type first, direction right", right(known));
    Map<String, List<KnownPairs.Row>> byType = new LinkedHashMap<>();
    known.forEach(
        row -> byType.computeIfAbsent(row.expectedType(), type -> new ArrayList<>()).add(row));
    if (byType.size() > 1) {
      byType.forEach((type, pairs) -> rows.put("of them " + type, right(pairs)));
    }
  }

  private static String right(List<KnownPairs.Row> pairs) {
    long right = pairs.stream().filter(KnownPairs.Row::right).count();
    return format("%d of %d", right, pairs.size());
  }

  private static void people(Map<String, String> rows, HumanAgreement human) {
    Optional<HumanAgreement.Measure> best =
        human.baselines().stream()
            .filter(measure -> !Double.isNaN(measure.all()))
            .max(Comparator.comparingDouble(HumanAgreement.Measure::all));
    String baseline =
        best.map(b -> " (best baseline: %s, %s)".formatted(b.label(), MarkdownText.figure(b.all())))
            .orElse("");
    rows.put(
        format("people: SRCC on %d judged pairs%s", human.points().size(), baseline),
        MarkdownText.figure(human.network().all()));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
