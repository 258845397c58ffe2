package dev.pixelwatch.tools.command;

import dev.pixelwatch.tools.console.Interruption;
import dev.pixelwatch.tools.console.Progress;
import dev.pixelwatch.tools.record.RecordKind;
import dev.pixelwatch.tools.record.capture.RecordOptions;
import dev.pixelwatch.tools.record.capture.TopicRecorder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What lies in topics now, as a recording: so that it can be read in any order, and twice. */
final class TopicSnapshot {
  private TopicSnapshot() {}

  /**
   * Copies scores and maps up to now, or within the times that were given.
   *
   * @param streams which streams; all if empty
   * @param withFrames whether frames are copied too, which takes much more room
   * @param folder where the recording is made
   * @return whether it was not interrupted
   * @throws dev.pixelwatch.core.UserError if the topics cannot be read, or the disk is full
   */
  static boolean take(
      TopicArguments topics,
      Set<String> streams,
      boolean withFrames,
      Path folder,
      PrintWriter err) {
    Instant now = Instant.now();
    TopicArguments.Range range =
        topics.range(now, new TopicArguments.Range(Optional.of(Instant.EPOCH), Optional.of(now)));
    Set<RecordKind> kinds = EnumSet.of(RecordKind.SCORES, RecordKind.MAPS);
    if (withFrames) {
      kinds.add(RecordKind.REFERENCE);
      kinds.add(RecordKind.PROCESSED);
    }
    RecordOptions options =
        new RecordOptions(
            folder, kinds, streams, range.from(), range.to(), Optional.empty(), Long.MAX_VALUE);
    return topics.read(
        config -> {
          try (Interruption interruption = new Interruption(() -> err.println("Ending ..."));
              TopicRecorder recorder = new TopicRecorder(config, options, Version.number());
              Progress progress = Progress.start("Reading topics", 0, "scores", err)) {
            recorder.run(
                interruption,
                false,
                news ->
                    progress.update(
                        news.records().getOrDefault(RecordKind.SCORES.id(), 0L),
                        SizeArgument.words(news.bytes()),
                        List.of()));
            return !interruption.getAsBoolean();
          }
        });
  }
}
