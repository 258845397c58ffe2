package dev.pixelwatch.tools.command;

import dev.pixelwatch.tools.record.BuildSummary;
import dev.pixelwatch.tools.record.Manifest;
import dev.pixelwatch.tools.record.RecordKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a recording holds, in words. */
final class RecordingWords {
  private RecordingWords() {}

  static List<String> lines(Manifest manifest) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s in %d files, recorded by Pixelwatch %s from %s; %s."
            .formatted(
                SizeArgument.words(manifest.bytes()),
                manifest.files().size(),
                manifest.pixelwatch(),
                manifest.created(),
                manifest.ended().isEmpty() ? "not closed in order" : manifest.ended()));
    manifest.builds().forEach(build -> lines.addAll(build(build)));
    manifest
        .leftOut()
        .forEach(
            (kind, count) ->
                lines.add(
                    "%d records of %s could not be read and were left out."
                        .formatted(count, kind)));
    return lines;
  }

  private static List<String> build(BuildSummary build) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "stream %s, stage %s, build %s%s"
            .formatted(
                build.stream(),
                build.stage(),
                build.build(),
                build.firstFrame() == null
                    ? ""
                    : ", frames %d to %d".formatted(build.firstFrame(), build.lastFrame())));
    lines.add(
        "  "
            + Arrays.stream(RecordKind.values())
                .filter(kind -> build.records().containsKey(kind.id()))
                .map(kind -> build.records().get(kind.id()) + " " + kind.id())
                .collect(Collectors.joining(", ")));
    build
        .models()
        .forEach(model -> lines.add("  scored by %s %s".formatted(model.name(), model.sha256())));
    return lines;
  }
}
