package dev.pixelwatch.tools.compare.source;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.tools.compare.MeanDifferenceMap;
import dev.pixelwatch.tools.compare.ScoredBuild;
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

  private record Assessments(
      Optional<Assessment> a, Optional<Assessment> b, Optional<Assessment> direct) {}

  /**
   * Scores to the end.
   *
   * @param labels how the builds are called
   * @param maxFrames frames to read at most
   * @param stop whether to end with what is there
   * @param progress told the number of frames that are done
   */
  public ScoredPair score(
      TripleSource source,
      Labels labels,
      long maxFrames,
      BooleanSupplier stop,
      LongConsumer progress) {
    long start = System.nanoTime();
    Found found = new Found();
    new ParallelAssessment<FrameTriple, Assessments>(
            network, Runtime.getRuntime().availableProcessors(), this::assess)
        .run(
            frames(source, maxFrames, stop),
            (triple, assessments) -> {
              found.add(triple, assessments);
              progress.accept(found.frames);
            });
    double seconds = (System.nanoTime() - start) / 1e9;
    boolean whole = !stop.getAsBoolean() && maxFrames == Long.MAX_VALUE;
    return found.result(labels, seconds, whole ? source.notes() : List.of());
  }

  /** What was found up to now. */
  private final class Found {
    private final List<FrameResult> a = new ArrayList<>();
    private final List<FrameResult> b = new ArrayList<>();
    private final List<FrameResult> between = new ArrayList<>();
    private final MeanDifferenceMap map = new MeanDifferenceMap();
    private int width;
    private int height;
    private long frames;

    void add(FrameTriple triple, Assessments assessments) {
      keep(a, triple, assessments.a());
      keep(b, triple, assessments.b());
      keep(between, triple, assessments.direct());
      if (assessments.a().isPresent() && assessments.b().isPresent()) {
        map.add(assessments.a().get().map(), assessments.b().get().map());
      }
      width = triple.reference().map(Picture::width).orElse(width);
      height = triple.reference().map(Picture::height).orElse(height);
      frames++;
    }

    ScoredPair result(Labels labels, double seconds, List<String> said) {
      List<String> notes = new ArrayList<>(said);
      notes.addAll(map.notes());
      return new ScoredPair(
          new ScoredBuild(labels.nameA(), labels.sourceA(), network.model(), a),
          new ScoredBuild(labels.nameB(), labels.sourceB(), network.model(), b),
          between,
          map,
          width,
          height,
          network.engine(),
          (a.size() + b.size() + between.size()) / seconds,
          "decode, network",
          notes);
    }
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
