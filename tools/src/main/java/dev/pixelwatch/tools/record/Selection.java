package dev.pixelwatch.tools.record;

import java.util.Optional;
import java.util.Set;

/**
 * Which records of a recording are meant.
 *
 * @param kinds which topics
 * @param streams which streams; all if empty
 * @param build which build; all if empty
 */
public record Selection(Set<RecordKind> kinds, Set<String> streams, Optional<String> build) {
  /** Everything. */
  public static final Selection ALL =
      new Selection(Set.of(RecordKind.values()), Set.of(), Optional.empty());

  public Selection {
    kinds = Set.copyOf(kinds);
    streams = Set.copyOf(streams);
  }

  /** Whether records of a kind and a build are meant. */
  public boolean has(RecordKind kind, BuildId id) {
    return kinds.contains(kind) && has(id);
  }

  /** Whether a build is meant. */
  public boolean has(BuildId id) {
    return (streams.isEmpty() || streams.contains(id.stream()))
        && build.filter(name -> !name.equals(id.build())).isEmpty();
  }
}
