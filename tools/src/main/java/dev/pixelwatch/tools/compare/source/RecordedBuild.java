package dev.pixelwatch.tools.compare.source;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.tools.record.BuildId;
import dev.pixelwatch.tools.record.RecordKind;
import dev.pixelwatch.tools.record.Recording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One build in a recording.
 *
 * @param source stays open
 * @param id which build of which stream
 */
record RecordedBuild(ComparedRecording source, BuildId id) {

  /**
   * Finds the build that is meant.
   *
   * @param build its name; may be left out where there is one only
   * @param stream the stream; may be left out where there is one only
   * @throws UserError if there is none, or more than one
   */
  static RecordedBuild find(
      ComparedRecording source, Optional<String> build, Optional<String> stream) {
    Recording recording = source.recording();
    List<BuildId> meant =
        candidates(recording).stream()
            .filter(id -> build.map(id.build()::equals).orElse(true))
            .filter(id -> stream.map(id.stream()::equals).orElse(true))
            .toList();
    if (meant.size() == 1) {
      return new RecordedBuild(source, meant.get(0));
    }
    String there =
        candidates(recording).stream().map(BuildId::toString).collect(Collectors.joining("; "));
    throw new UserError(
        meant.isEmpty()
            ? "there are no scored or processed frames%s in %s"
                .formatted(of(build, stream), source.place())
            : "there are several builds in " + source.place(),
        there.isEmpty()
            ? "Nothing there is scored or processed; ./pixelwatch process does both."
            : "Choose with --builds or --stream. There are: " + there + ".");
  }

  private static String of(Optional<String> build, Optional<String> stream) {
    return build.map(name -> " of build " + name).orElse("")
        + stream.map(name -> " of stream " + name).orElse("");
  }

  private static List<BuildId> candidates(Recording recording) {
    return recording.builds().stream()
        .filter(
            id ->
                recording.count(id, RecordKind.SCORES) > 0
                    || recording.count(id, RecordKind.PROCESSED) > 0)
        .toList();
  }

  Recording recording() {
    return source.recording();
  }

  /** Whether it has frames of its own and those that entered the stage. */
  boolean hasFrames() {
    return recording().count(id, RecordKind.PROCESSED) > 0
        && !recording().referenceSha256(id).isEmpty();
  }

  boolean hasScores() {
    return recording().count(id, RecordKind.SCORES) > 0;
  }

  /** The name of the build, with that of the recording. */
  String name() {
    return "%s (%s)".formatted(id.build(), source.name());
  }
}
