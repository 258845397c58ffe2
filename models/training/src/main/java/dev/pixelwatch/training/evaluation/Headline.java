package dev.pixelwatch.training.evaluation;

import java.util.Comparator;
import java.util.Optional;

/** The first table: one row for each figure that a network is judged by. */
final class Headline {
  private Headline() {}

  static void write(MarkdownText text, Measurements measurements) {
    text.line(
        "Network %s, sha256 `%s`.", measurements.model().name(), measurements.model().sha256());
    measurements
        .evaluation()
        .ifPresent(e -> text.line("Measured on crops of %d photographs.", e.photographs()));
    text.line("");
    text.line("| what | measured |");
    text.line("|---|---|");
    measurements.evaluation().ifPresent(evaluation -> photographs(text, evaluation));
    if (!measurements.knownPairs().isEmpty()) {
      text.line(
          "| real pairs: expected type first, direction right | %d of %d |",
          measurements.knownPairs().stream().filter(KnownPairs.Row::right).count(),
          measurements.knownPairs().size());
    }
    measurements.human().ifPresent(human -> people(text, human));
  }

  private static void photographs(MarkdownText text, Evaluation evaluation) {
    Evaluation.Maps maps = evaluation.maps();
    text.line(
        "| one type, whole frame: right type first | %.1f %% |", 100 * evaluation.meanTopRight());
    text.line(
        "| three types, masks: Pearson with the true map, mean over types | %.3f |", maps.mean());
    text.line("| the same, worst type | %.3f (%s) |", maps.worst(), maps.worstType());
    text.line(
        "| both frames distorted: Pearson, mean over types | %.3f |", evaluation.mapsBoth().mean());
    text.line(
        "| direction right where intensity is at least 0.2 | %.1f %% |",
        100 * maps.directionRight());
    text.line(
        "| leakage: mean response of other types over the true one | %.1f %% |",
        100 * evaluation.meanLeakage());
    text.line("| anti-symmetry residual | %.1e |", evaluation.antiSymmetryResidual());
    text.line(
        "| largest deviation from 0.5 on identical frames | %.1e |",
        evaluation.identicalResponse());
  }

  private static void people(MarkdownText text, HumanAgreement human) {
    Optional<HumanAgreement.Measure> best =
        human.baselines().stream()
            .filter(measure -> !Double.isNaN(measure.all()))
            .max(Comparator.comparingDouble(HumanAgreement.Measure::all));
    text.line(
        "| people: SRCC on %d judged pairs%s | %s |",
        human.points().size(),
        best.map(b -> " (best baseline: %s, %s)".formatted(b.label(), MarkdownText.figure(b.all())))
            .orElse(""),
        MarkdownText.figure(human.network().all()));
  }
}
