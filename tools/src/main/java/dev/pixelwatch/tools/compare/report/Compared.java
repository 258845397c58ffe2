package dev.pixelwatch.tools.compare.report;

import dev.pixelwatch.tools.compare.Comparison;
import dev.pixelwatch.tools.compare.DifferingFrame;
import dev.pixelwatch.tools.compare.DirectAgreement;
import dev.pixelwatch.tools.compare.MeanDifferenceMap;
import dev.pixelwatch.tools.report.RunInfo;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a report of a comparison shows, pictures apart.
 *
 * @param run what makes it reproducible
 * @param map where in the frame the builds differ
 * @param direct B beside A itself, if asked for
 * @param shown the frames that differ most
 */
public record Compared(
    RunInfo run,
    Comparison comparison,
    MeanDifferenceMap map,
    Optional<DirectAgreement> direct,
    List<DifferingFrame> shown) {
  public Compared {
    shown = List.copyOf(shown);
  }
}
