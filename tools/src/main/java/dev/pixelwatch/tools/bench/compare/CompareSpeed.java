package dev.pixelwatch.tools.bench.compare;

import dev.pixelwatch.tools.compare.Comparison;
import dev.pixelwatch.tools.compare.Gate;
import dev.pixelwatch.tools.compare.ScoredBuild;
import java.util.List;

/**
 * How long the comparison of scored frames takes.
 *
 * @param frames scored frames of each build
 * @param seconds of the first comparison of a process, which is what a user waits for
 */
public record CompareSpeed(int frames, double seconds) {

  /** Measures; to be called before anything else was compared in this process. */
  public static CompareSpeed measure(int frames) {
    List<ScoredBuild> builds = FalseVerdictBench.simulatedBuilds(frames);
    long start = System.nanoTime();
    Comparison.of(builds.get(0), builds.get(1), Gate.defaults());
    return new CompareSpeed(frames, (System.nanoTime() - start) / 1e9);
  }
}
