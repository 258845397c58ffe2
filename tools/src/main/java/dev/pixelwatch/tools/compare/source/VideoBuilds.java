package dev.pixelwatch.tools.compare.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two processed videos with one reference. */
public final class VideoBuilds implements TwoBuilds {
  private final Path reference;
  private final Path a;
  private final Path b;
  private final boolean scaleReference;
  private final String introduction;

  /**
   * Checks that the videos can be read and fit together.
   *
   * @param scaleReference whether a reference of another size is scaled to the size of the others
   * @throws dev.pixelwatch.core.UserError if a file is no video, or if the sizes differ and may not
   *     be scaled
   */
  public VideoBuilds(Path reference, Path a, Path b, boolean scaleReference) {
    this.reference = reference;
    this.a = a;
    this.b = b;
    this.scaleReference = scaleReference;
    try (VideoTriples triples = open()) {
      introduction = triples.info().inWords();
    }
  }

  private VideoTriples open() {
    return VideoTriples.open(reference, a, b, scaleReference);
  }

  @Override
  public Labels labels() {
    return Labels.ofFiles(reference, a, b);
  }

  @Override
  public TripleSource frames(Set<Long> only) {
    return open();
  }

  @Override
  public boolean hasFrames() {
    return true;
  }

  @Override
  public Optional<ScoredPair> scores() {
    return Optional.empty();
  }

  @Override
  public List<String> introduction() {
    return List.of(introduction);
  }

  @Override
  public void close() {}
}
