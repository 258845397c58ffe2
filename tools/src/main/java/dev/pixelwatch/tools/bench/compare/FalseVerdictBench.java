package dev.pixelwatch.tools.bench.compare;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.ModelInfo;
import dev.pixelwatch.tools.bench.LumaNoise;
import dev.pixelwatch.tools.compare.Comparison;
import dev.pixelwatch.tools.compare.Gate;
import dev.pixelwatch.tools.compare.QuantityDifference;
import dev.pixelwatch.tools.compare.ScoredBuild;
import dev.pixelwatch.tools.report.FrameOutcome;
import dev.pixelwatch.tools.report.FrameResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;

/** A against A: the same stage twice, with another seed of its noise. */
public final class FalseVerdictBench {
  /** Series that the simulation runs over: frames, and correlation of neighbouring frames. */
  private static final List<Simulated> SIMULATED =
      List.of(
          new Simulated(300, 0),
          new Simulated(300, 0.8),
          new Simulated(300, 0.95),
          new Simulated(3000, 0.8),
          new Simulated(3000, 0.95),
          new Simulated(3000, 0.98));

  private static final int WIDTH = 128;
  private static final int HEIGHT = 96;
  private static final int FRAMES = 100;
  private static final double DEVIATION = 5;

  /** Far larger than what matters, so that every interval that leaves out 0 shows. */
  private static final double SPREAD = 0.2;

  private static final double POINTS_PER_INTENSITY = 50;

  private record Simulated(int frames, double correlation) {}

  private final int runs;

  /**
   * @param runs comparisons of each kind
   */
  public FalseVerdictBench(int runs) {
    this.runs = runs;
  }

  /** Comparisons that both ways make together. */
  public static long comparisons(int runs) {
    return (long) runs * (SIMULATED.size() + 1);
  }

  /**
   * Painted frames with new noise through the network.
   *
   * @param network loaded with one thread; stays open
   * @param progress told the number of comparisons that are done
   */
  public FalseVerdicts measured(DistortionNetwork network, LongConsumer progress) {
    SceneScorer scorer = new SceneScorer(network, WIDTH, HEIGHT, 1, FRAMES);
    return count(
        "noise of another seed, scored",
        FRAMES,
        run ->
            Comparison.of(
                scorer.score("A", new LumaNoise(DEVIATION, 2L * run)),
                scorer.score("B", new LumaNoise(DEVIATION, 2L * run + 1)),
                Gate.defaults()),
        progress);
  }

  /**
   * Autoregressive series, as strongly correlated from frame to frame as slow content makes them.
   */
  public List<FalseVerdicts> simulated(LongConsumer progress) {
    List<FalseVerdicts> all = new ArrayList<>();
    for (Simulated series : SIMULATED) {
      long before = (long) all.size() * runs;
      all.add(
          count(
              "simulated, correlation " + series.correlation(),
              series.frames(),
              run -> {
                Random random = new Random(run);
                return Comparison.of(build(series, random), build(series, random), Gate.defaults());
              },
              done -> progress.accept(before + done)));
    }
    return all;
  }

  private FalseVerdicts count(
      String content, int frames, IntFunction<Comparison> compare, LongConsumer progress) {
    int intervals = 0;
    int verdicts = 0;
    for (int run = 0; run < runs; run++) {
      List<QuantityDifference> differences = compare.apply(run).differences();
      intervals += differences.stream().anyMatch(FalseVerdictBench::excludesZero) ? 1 : 0;
      verdicts += differences.stream().anyMatch(QuantityDifference::isDecided) ? 1 : 0;
      progress.accept(run + 1);
    }
    return new FalseVerdicts(content, frames, runs, intervals, verdicts);
  }

  private static boolean excludesZero(QuantityDifference d) {
    return d.difference().low() > 0 || d.difference().high() < 0;
  }

  /** Scores whose 16 quantities share half of their variance. */
  private static ScoredBuild build(Simulated series, Random random) {
    double innovation = SPREAD * Math.sqrt(1 - series.correlation() * series.correlation());
    double[] state = new double[DistortionType.COUNT + 2];
    List<FrameResult> frames = new ArrayList<>();
    for (int frame = -200; frame < series.frames(); frame++) {
      for (int k = 0; k < state.length; k++) {
        state[k] = series.correlation() * state[k] + innovation * random.nextGaussian();
      }
      if (frame >= 0) {
        frames.add(frame(frame, state));
      }
    }
    return new ScoredBuild("simulated", "simulated", new ModelInfo("none", "none"), frames);
  }

  private static FrameResult frame(int number, double[] state) {
    double common = state[DistortionType.COUNT + 1];
    float[] intensities = new float[DistortionType.COUNT];
    for (int k = 0; k < intensities.length; k++) {
      intensities[k] = (float) (state[k] + common);
    }
    double score = POINTS_PER_INTENSITY * (state[DistortionType.COUNT] + common);
    return new FrameResult(number, number * 33_333L, FrameOutcome.SCORED, "", score, intensities);
  }

  /** Two simulated builds, for measuring speed. */
  static List<ScoredBuild> simulatedBuilds(int frames) {
    Simulated series = new Simulated(frames, 0.9);
    Random random = new Random(1);
    return List.of(build(series, random), build(series, random));
  }
}
