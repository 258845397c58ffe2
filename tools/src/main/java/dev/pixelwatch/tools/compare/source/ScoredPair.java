package dev.pixelwatch.tools.compare.source;

import dev.pixelwatch.tools.compare.MeanDifferenceMap;
import dev.pixelwatch.tools.compare.ScoredBuild;
import dev.pixelwatch.tools.report.FrameResult;
import java.util.List;

/**
 * Both builds as the network saw them.
 *
 * @param direct frames of B with A as their reference; empty if not asked for
 * @param map where they differ
 * @param width frame width in pixels, 0 if not known
 * @param height frame height in pixels
 * @param engine what ran the network
 * @param pairsPerSecond measured speed
 * @param covers what the speed covers
 * @param notes anything to be said once, one sentence each
 */
public record ScoredPair(
    ScoredBuild a,
    ScoredBuild b,
    List<FrameResult> direct,
    MeanDifferenceMap map,
    int width,
    int height,
    String engine,
    double pairsPerSecond,
    String covers,
    List<String> notes) {
  public ScoredPair {
    direct = List.copyOf(direct);
    notes = List.copyOf(notes);
  }
}
