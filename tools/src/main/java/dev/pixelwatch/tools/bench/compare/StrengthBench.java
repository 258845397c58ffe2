package dev.pixelwatch.tools.bench.compare;

import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.tools.compare.Comparison;
import dev.pixelwatch.tools.compare.Gate;
import dev.pixelwatch.tools.compare.Quantity;
import dev.pixelwatch.tools.compare.QuantityDifference;
import dev.pixelwatch.tools.compare.ScoredBuild;
import dev.pixelwatch.tools.compare.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Two builds that differ by one parameter, weakly and strongly: which types are named? */
public final class StrengthBench {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 270;
  private static final int SCENES = 12;
  private static final int FRAMES_OF_SCENE = 30;

  private final SceneScorer scorer;

  /**
   * @param network loaded with one thread; stays open
   */
  public StrengthBench(DistortionNetwork network) {
    scorer = new SceneScorer(network, WIDTH, HEIGHT, SCENES, FRAMES_OF_SCENE);
  }

  /** Number of comparisons that {@link #run} makes. */
  public static long comparisons() {
    return KnownChange.all().stream().mapToLong(change -> change.after().size()).sum();
  }

  /** Number of frames of each comparison. */
  public int frames() {
    return scorer.frames();
  }

  /**
   * Compares builds with every value of every parameter.
   *
   * @param progress told the number of comparisons that are done
   */
  public List<Finding> run(LongConsumer progress) {
    List<Finding> findings = new ArrayList<>();
    long done = 0;
    for (KnownChange change : KnownChange.all()) {
      ScoredBuild a = scorer.score("A", change.stage().apply(change.before()));
      for (double after : change.after()) {
        ScoredBuild b = scorer.score("B", change.stage().apply(after));
        findings.add(finding(change, after, Comparison.of(a, b, Gate.defaults())));
        progress.accept(++done);
      }
    }
    return findings;
  }

  private static Finding finding(KnownChange change, double after, Comparison comparison) {
    List<QuantityDifference> all = comparison.differences();
    return new Finding(
        change.name(),
        change.type(),
        change.before(),
        after,
        all.get(change.type().ordinal()).difference().mean(),
        all.get(Quantity.all().indexOf(Quantity.SCORE)).difference().mean(),
        types(comparison, comparison.with(Verdict.WORSE), false),
        types(comparison, comparison.with(Verdict.BETTER), false),
        types(comparison, all, true));
  }

  private static List<String> types(
      Comparison comparison, List<QuantityDifference> among, boolean sideEffects) {
    return among.stream()
        .filter(d -> d.quantity().type().isPresent())
        .filter(d -> comparison.isSideEffect(d) == sideEffects)
        .map(d -> d.quantity().id())
        .toList();
  }
}
