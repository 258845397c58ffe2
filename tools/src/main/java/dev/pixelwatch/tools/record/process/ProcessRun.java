package dev.pixelwatch.tools.record.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.schemas.Records;
import dev.pixelwatch.tools.record.BuildId;
import dev.pixelwatch.tools.record.RecordKind;
import dev.pixelwatch.tools.record.RecordedMessage;
import dev.pixelwatch.tools.record.Recording;
import dev.pixelwatch.tools.record.RecordingWriter;
import dev.pixelwatch.tools.record.Selection;
import dev.pixelwatch.tools.record.scoring.FramesOfPair;
import dev.pixelwatch.tools.record.scoring.PairScorer;
import java.util.Iterator;
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
    PairScorer scorer = network.map(loaded -> new PairScorer(loaded, writer::append)).orElse(null);
    for (BuildId build : builds.values()) {
      long before = frames;
      try (StageOutput output =
          new StageOutput(
              recording, build, options, stop, done -> progress.accept(before + done))) {
        Iterator<FramesOfPair> pairs = recorded(output, writer);
        if (scorer == null) {
          pairs.forEachRemaining(pair -> {});
        } else {
          scorer.run(pairs);
        }
        frames += output.out();
        leftOut += output.in() - output.out();
      }
    }
    if (scorer != null) {
      requireScored(scorer.failures());
    }
    return new Outcome(frames, leftOut, scorer == null ? 0 : scorer.scored());
  }

  /** The same pairs; the processed frame of each is recorded when it is asked for. */
  private static Iterator<FramesOfPair> recorded(StageOutput output, RecordingWriter writer) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return output.hasNext();
      }

      @Override
      public FramesOfPair next() {
        FramesOfPair pair = output.next();
        writer.append(
            new RecordedMessage(
                RecordKind.PROCESSED,
                pair.build(),
                pair.publishedMs(),
                pair.partition(),
                pair.build().stream().getBytes(UTF_8),
                Records.FRAME.encode(pair.processed())));
        return pair;
      }
    };
  }

  private static void requireScored(List<String> failures) {
    if (!failures.isEmpty()) {
      throw new UserError(
          "%d pairs could not be scored, first %s".formatted(failures.size(), failures.get(0)),
          "Leave the scores out with --no-score.");
    }
  }
}
