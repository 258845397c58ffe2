package dev.pixelwatch.training.evaluation;

import dev.pixelwatch.runtime.ModelInfo;
import java.util.List;
import java.util.Optional;

/**
 * All that was measured of a network in one run.
 *
 * @param model which weights
 * @param engine what ran it, in words
 * @param evaluation on photographs, if there were any
 * @param knownPairs on real pairs with a known distortion; empty if there were none
 * @param human against human scores, if there were any
 */
public record Measurements(
    ModelInfo model,
    String engine,
    Optional<Evaluation> evaluation,
    List<KnownPairs.Row> knownPairs,
    Optional<HumanAgreement> human) {}
