package dev.pixelwatch.tools.compare.source;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.tools.record.Recording;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Two builds in one recording, or in two. */
public final class RecordedBuilds implements TwoBuilds {
  private final Recording recordingA;
  private final Recording recordingB;
  private final RecordedBuild a;
  private final RecordedBuild b;
  private final boolean rescore;
  private final Optional<String> unchecked;

  /**
   * Opens the recordings and checks that both builds saw the same reference.
   *
   * @param folderB empty if both builds are in one recording
   * @param builds the names of A and B; empty if each recording holds one
   * @param stream which stream; may be left out where there is one
   * @param rescore whether the frames are to be scored now, whatever was recorded
   * @throws UserError if a recording cannot be read, it is not clear which builds are meant, or
   *     they saw different references
   */
  public static RecordedBuilds open(
      Path folderA,
      Optional<Path> folderB,
      List<String> builds,
      Optional<String> stream,
      boolean rescore) {
    if (folderB.isEmpty() && builds.size() != 2) {
      throw new UserError(
          "compare needs two builds, and only one recording is given",
          "Give a second recording, or the two builds of this one: --builds 7 8.");
    }
    Recording first = Recording.open(folderA);
    try {
      Recording second = folderB.map(Recording::open).orElse(first);
      return new RecordedBuilds(first, second, name(builds, 0), name(builds, 1), stream, rescore);
    } catch (RuntimeException | Error e) {
      first.close();
      throw e;
    }
  }

  private RecordedBuilds(
      Recording first,
      Recording second,
      Optional<String> nameA,
      Optional<String> nameB,
      Optional<String> stream,
      boolean rescore) {
    recordingA = first;
    recordingB = second;
    this.rescore = rescore;
    try {
      a = RecordedBuild.find(first, nameA, stream);
      b = RecordedBuild.find(second, nameB, stream);
      if (rescore) {
        requireFrames(a);
        requireFrames(b);
      }
      unchecked = SameReference.check(a, b);
    } catch (RuntimeException | Error e) {
      second.close();
      throw e;
    }
  }

  private static Optional<String> name(List<String> builds, int index) {
    return builds.size() > index ? Optional.of(builds.get(index)) : Optional.empty();
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
        recordingA.folder() + ", " + a.id(),
        b.name(),
        recordingB.folder() + ", " + b.id());
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
    return Stream.of(recordingA, recordingB)
        .distinct()
        .flatMap(
            recording ->
                recording.flaws().stream().map(flaw -> recording.folder() + ": " + flaw + "."))
        .toList();
  }

  @Override
  public void close() {
    recordingA.close();
    if (recordingB != recordingA) {
      recordingB.close();
    }
  }
}
