package dev.pixelwatch.tools.compare.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two builds over the frames of one reference, to be scored or scored already. */
public interface TwoBuilds extends AutoCloseable {
  Labels labels();

  /**
   * Opens the frames from their start.
   *
   * @param only these numbers where that saves reading; all if empty
   * @throws dev.pixelwatch.core.UserError if there are none, or they do not fit together
   */
  TripleSource frames(Set<Long> only);

  /** Whether there are frames at all. */
  boolean hasFrames();

  /** Scores that were made before; empty if the frames are still to be scored. */
  Optional<ScoredPair> scores();

  /** What is to be said before anything is scored, such as the size of the frames. */
  List<String> introduction();

  /** What is damaged, known once everything was read; one sentence each. */
  default List<String> flaws() {
    return List.of();
  }

  @Override
  void close();
}
