package dev.pixelwatch.tools.record.process;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.tools.record.BuildId;
import dev.pixelwatch.tools.record.RecordKind;
import dev.pixelwatch.tools.record.Recording;
import dev.pixelwatch.tools.record.RecordingWriter;
import dev.pixelwatch.tools.record.Selection;
import dev.pixelwatch.tools.record.scoring.OrderedScoring;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** Runs a stage over the reference frames of a recording and records what comes out as a build. */
public final class ProcessRun {
  private final Recording recording;
  private final ProcessOptions options;

  /** The build that will be recorded of each stream that has reference frames. */
  private final SortedMap<String, BuildId> builds = new TreeMap<>();

  /**
   * What came of it.
   *
   * @param frames that came out of the stage
   * @param leftOut reference frames for which the stage gave none
   * @param scored pairs that were scored
   */
  public record Outcome(long frames, long leftOut, long scored) {}

  /**
   * @throws UserError if there are no reference frames
   */
  public ProcessRun(Recording recording, ProcessOptions options) {
    this.recording = recording;
    this.options = options;
    for (BuildId known : recording.builds()) {
      boolean wanted = options.streams().isEmpty() || options.streams().contains(known.stream());
      if (wanted && recording.count(known, RecordKind.REFERENCE) > 0) {
        builds.putIfAbsent(
            known.stream(),
            new BuildId(known.stream(), options.stage().orElse(known.stage()), options.build()));
      }
    }
    if (builds.isEmpty()) {
      throw new UserError(
          "there are no reference frames in %s%s"
              .formatted(
                  recording.folder(), options.streams().isEmpty() ? "" : " of these streams"),
          "See what is there with ./pixelwatch inspect " + recording.folder() + ".");
    }
  }

  /** How many reference frames there are. */
  public long frames() {
    return builds.values().stream()
        .mapToLong(build -> recording.frameNumbers(build, Side.REFERENCE).size())
        .sum();
  }

  /**
   * Runs to the end, or until it is told to stop.
   *
   * @param network for scores and maps, loaded with one thread; none if empty; stays open
   * @param writer gets the references too, so that the new recording stands alone
   * @param progress told how many frames are done
   * @throws UserError if the stage fails, gives frames of another size or not as many as it should,
   *     or the recording cannot be written on
   */
  public Outcome run(
      Optional<DistortionNetwork> network,
      RecordingWriter writer,
      BooleanSupplier stop,
      LongConsumer progress) {
    writer.adopt(
        recording, new Selection(Set.of(RecordKind.REFERENCE), builds.keySet(), Optional.empty()));
    long frames = 0;
    long leftOut = 0;
    try (OrderedScoring scoring =
        network.map(loaded -> new OrderedScoring(loaded, writer::append)).orElse(null)) {
      for (BuildId build : builds.values()) {
        long before = frames;
        StreamRun run =
            new StreamRun(recording, build, options, writer, Optional.ofNullable(scoring));
        run.run(stop, done -> progress.accept(before + done));
        frames += run.frames();
        leftOut += run.leftOut();
      }
      if (scoring != null) {
        scoring.finish();
        requireScored(scoring.failures());
      }
      return new Outcome(frames, leftOut, scoring == null ? 0 : scoring.scored());
    }
  }

  private static void requireScored(List<String> failures) {
    if (!failures.isEmpty()) {
      throw new UserError(
          "%d pairs could not be scored, first %s".formatted(failures.size(), failures.get(0)),
          "Leave the scores out with --no-score.");
    }
  }
}
