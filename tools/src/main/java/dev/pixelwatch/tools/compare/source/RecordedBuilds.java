package dev.pixelwatch.tools.compare.source;

import dev.pixelwatch.core.UserError;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Two builds in one recording, or in two. */
public final class RecordedBuilds implements TwoBuilds {
  private final ComparedRecording sourceA;
  private final ComparedRecording sourceB;
  private final RecordedBuild a;
  private final RecordedBuild b;
  private final boolean rescore;
  private final Optional<String> unchecked;

  /**
   * Finds the builds and checks that both saw the same reference.
   *
   * @param sourceB the same as the first if both builds are in one recording; both are closed with
   *     this, or if this fails
   * @param builds the names of A and B; may be left out where the streams say enough
   * @param streams the stream of both, or those of A and B; may be left out where there is one
   * @param rescore whether the frames are to be scored now, whatever was recorded
   * @throws UserError if it is not clear which builds are meant, or they saw different references
   */
  public RecordedBuilds(
      ComparedRecording sourceA,
      ComparedRecording sourceB,
      List<String> builds,
      List<String> streams,
      boolean rescore) {
    this.sourceA = sourceA;
    this.sourceB = sourceB;
    this.rescore = rescore;
    try {
      if (sourceA.equals(sourceB)) {
        requireTwo(sourceA.place(), builds, streams);
      }
      a = RecordedBuild.find(sourceA, name(builds, 0), name(streams, 0));
      b = RecordedBuild.find(sourceB, name(builds, 1), name(streams, streams.size() - 1));
      if (rescore) {
        requireFrames(a);
        requireFrames(b);
      }
      unchecked = SameReference.check(a, b);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /**
   * Checks that two builds of one place are named.
   *
   * @throws UserError if not
   */
  public static void requireTwo(String place, List<String> builds, List<String> streams) {
    if (builds.size() != 2 && streams.size() != 2) {
      throw new UserError(
          "compare needs two builds of " + place,
          "Name them with --builds 7 8, or their streams with --stream a --stream b.");
    }
  }

  private static Optional<String> name(List<String> names, int index) {
    return index >= 0 && index < names.size() ? Optional.of(names.get(index)) : Optional.empty();
  }

  private static void requireFrames(RecordedBuild build) {
    if (!build.hasFrames()) {
      throw new UserError(
          build.name() + " has no frames of both sides to score",
          "Record frames.reference and frames.processed, or leave out --rescore and --direct.");
    }
  }

  @Override
  public Labels labels() {
    return new Labels(
        "stream " + a.id().stream(),
        a.name(),
        sourceA.place() + ", " + a.id(),
        b.name(),
        sourceB.place() + ", " + b.id());
  }

  @Override
  public TripleSource frames(Set<Long> only) {
    return new RecordedTriples(a, b, only);
  }

  @Override
  public boolean hasFrames() {
    return a.hasFrames() && b.hasFrames();
  }

  @Override
  public Optional<ScoredPair> scores() {
    boolean neither = !a.hasScores() && !b.hasScores() && hasFrames();
    return rescore || neither ? Optional.empty() : Optional.of(RecordedScores.read(a, b, labels()));
  }

  @Override
  public List<String> introduction() {
    return unchecked.map(List::of).orElse(List.of());
  }

  @Override
  public List<String> flaws() {
    return Stream.of(sourceA, sourceB)
        .distinct()
        .flatMap(
            source ->
                source.recording().flaws().stream().map(flaw -> source.place() + ": " + flaw + "."))
        .toList();
  }

  @Override
  public void close() {
    sourceA.close();
    if (!sourceB.equals(sourceA)) {
      sourceB.close();
    }
  }
}
