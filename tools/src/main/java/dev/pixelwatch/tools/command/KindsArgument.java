package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.tools.record.RecordKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options that say which records are meant. */
final class KindsArgument {
  @Option(
      names = "--stream",
      paramLabel = "S",
      description = "Only this stream; repeatable (default: all).")
  private List<String> streams = List.of();

  @Option(
      names = "--only",
      paramLabel = "KIND",
      split = ",",
      description =
          "Only these: frames.reference, frames.processed, scores, maps, outcomes, status, alerts;"
              + " frames for both sides (default: all).")
  private List<String> only = List.of();

  /** Empty for all. */
  Set<String> streams() {
    return Set.copyOf(streams);
  }

  /**
   * The kinds that were named, or all.
   *
   * @throws UserError if one is none
   */
  Set<RecordKind> kinds() {
    if (only.isEmpty()) {
      return EnumSet.allOf(RecordKind.class);
    }
    Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
    for (String word : only) {
      String id = word.strip().toLowerCase(Locale.ROOT);
      if (id.equals("frames")) {
        kinds.addAll(EnumSet.of(RecordKind.REFERENCE, RecordKind.PROCESSED));
      } else {
        kinds.add(RecordKind.of(id).orElseThrow(() -> unknown(word)));
      }
    }
    return kinds;
  }

  private static UserError unknown(String word) {
    String known =
        EnumSet.allOf(RecordKind.class).stream()
            .map(RecordKind::id)
            .collect(Collectors.joining(", "));
    return new UserError(
        "'" + word + "' is nothing that is recorded", "Use frames, " + known + ".");
  }
}
