package dev.pixelwatch.tools.compare.source;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.tools.compare.MeanDifferenceMap;
import dev.pixelwatch.tools.report.FrameResult;
import dev.pixelwatch.tools.score.ParallelAssessment;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Scores both builds against the reference, and on request B against A itself, with all cores and
 * without a broker: one network gives the scores that {@code watch} gives.
 */
public final class TripleScorer {
  private final DistortionNetwork network;
  private final boolean direct;

  /**
   * @param network loaded with one thread; stays open
   * @param direct whether B is also compared with A
   */
  public TripleScorer(DistortionNetwork network, boolean direct) {
    this.network = network;
    this.direct = direct;
  }

  /**
   * What came of it.
   *
   * @param a scored frames of build A
   * @param b scored frames of build B
   * @param direct frames of B with A as their reference; empty if not asked for
   * @param map where they differ, over the frames that both have
   * @param seconds how long it took
   */
  public record Scored(
      List<FrameResult> a,
      List<FrameResult> b,
      List<FrameResult> direct,
      MeanDifferenceMap map,
      double seconds) {
    /** Pairs of frames assessed in a second. */
    public double pairsPerSecond() {
      return seconds > 0 ? (a.size() + b.size() + direct.size()) / seconds : 0;
    }
  }

  private record Assessments(
      Optional<Assessment> a, Optional<Assessment> b, Optional<Assessment> direct) {}

  /**
   * Scores to the end.
   *
   * @param maxFrames frames to read at most
   * @param stop whether to end with what is there
   * @param progress told the number of frames that are done
   */
  public Scored score(
      TripleSource source, long maxFrames, BooleanSupplier stop, LongConsumer progress) {
    long start = System.nanoTime();
    List<FrameResult> a = new ArrayList<>();
    List<FrameResult> b = new ArrayList<>();
    List<FrameResult> between = new ArrayList<>();
    MeanDifferenceMap map = new MeanDifferenceMap();
    int workers = Runtime.getRuntime().availableProcessors();
    long[] done = new long[1];
    new ParallelAssessment<FrameTriple, Assessments>(network, workers, this::assess)
        .run(
            frames(source, maxFrames, stop),
            (triple, found) -> {
              keep(a, triple, found.a());
              keep(b, triple, found.b());
              keep(between, triple, found.direct());
              if (found.a().isPresent() && found.b().isPresent()) {
                map.add(found.a().get().map(), found.b().get().map());
              }
              progress.accept(++done[0]);
            });
    return new Scored(a, b, between, map, (System.nanoTime() - start) / 1e9);
  }

  private Assessments assess(FrameTriple triple, Assessor assessor) {
    return new Assessments(
        assess(triple.reference(), triple.a(), assessor),
        assess(triple.reference(), triple.b(), assessor),
        direct ? assess(triple.a(), triple.b(), assessor) : Optional.empty());
  }

  private static Optional<Assessment> assess(
      Optional<Picture> reference, Optional<Picture> processed, Assessor assessor) {
    return reference.flatMap(before -> processed.map(after -> assessor.assess(before, after)));
  }

  private static void keep(
      List<FrameResult> results, FrameTriple triple, Optional<Assessment> found) {
    found.ifPresent(
        assessment ->
            results.add(FrameResult.scored(triple.number(), triple.timeUs(), assessment)));
  }

  private static Iterator<FrameTriple> frames(
      TripleSource source, long maxFrames, BooleanSupplier stop) {
    return new Iterator<>() {
      private Optional<FrameTriple> ahead = Optional.empty();
      private long taken;

      @Override
      public boolean hasNext() {
        if (ahead.isEmpty() && taken < maxFrames && !stop.getAsBoolean()) {
          ahead = source.next();
          taken += ahead.isPresent() ? 1 : 0;
        }
        return ahead.isPresent();
      }

      @Override
      public FrameTriple next() {
        FrameTriple next = ahead.orElseThrow(NoSuchElementException::new);
        ahead = Optional.empty();
        return next;
      }
    };
  }
}
