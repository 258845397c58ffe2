package dev.pixelwatch.tools.record.scoring;

import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.schemas.Records;
import dev.pixelwatch.tools.record.BuildId;
import dev.pixelwatch.tools.record.RecordKind;
import dev.pixelwatch.tools.record.RecordSink;
import dev.pixelwatch.tools.record.RecordedMessage;
import dev.pixelwatch.tools.record.Recording;
import dev.pixelwatch.tools.record.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** The network over the frames of a recording: the same frames give the same bytes each time. */
public final class Rescore {
  private final Recording recording;
  private final List<BuildId> builds;

  /**
   * @param selection which builds; its kinds do not matter
   */
  public Rescore(Recording recording, Selection selection) {
    this.recording = recording;
    builds =
        recording.builds().stream()
            .filter(selection::has)
            .filter(build -> recording.count(build, RecordKind.PROCESSED) > 0)
            .toList();
  }

  /**
   * What came of it.
   *
   * @param scored pairs that were scored
   * @param alone processed frames without a reference
   * @param failures which pairs could not be scored and why, in words
   */
  public record Outcome(long scored, long alone, List<String> failures) {}

  /** Which builds have processed frames. */
  public List<BuildId> builds() {
    return builds;
  }

  /** How many processed frames there are. */
  public long frames() {
    return builds.stream()
        .mapToLong(build -> recording.frameNumbers(build, Side.PROCESSED).size())
        .sum();
  }

  /**
   * Scores all pairs, build by build in the order of frame numbers, or until it is told to stop.
   *
   * @param network loaded with one thread; stays open
   * @param sink where scores and maps go
   * @param progress told how many frames are done
   * @throws dev.pixelwatch.core.UserError if the sink cannot take the results
   */
  public Outcome run(
      DistortionNetwork network, RecordSink sink, BooleanSupplier stop, LongConsumer progress) {
    long done = 0;
    long alone = 0;
    try (OrderedScoring scoring = new OrderedScoring(network, sink)) {
      for (BuildId build : builds) {
        for (long number : recording.frameNumbers(build, Side.PROCESSED)) {
          if (stop.getAsBoolean()) {
            break;
          }
          Optional<FramesOfPair> pair = pair(build, number);
          pair.ifPresent(scoring::add);
          alone += pair.isPresent() ? 0 : 1;
          progress.accept(++done);
        }
      }
      scoring.finish();
      return new Outcome(scoring.scored(), alone, new ArrayList<>(scoring.failures()));
    }
  }

  private Optional<FramesOfPair> pair(BuildId build, long number) {
    Optional<RecordedMessage> reference = recording.message(build, Side.REFERENCE, number);
    Optional<RecordedMessage> processed = recording.message(build, Side.PROCESSED, number);
    if (reference.isEmpty() || processed.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FramesOfPair(
            build,
            Records.FRAME.decode(reference.get().value()),
            Records.FRAME.decode(processed.get().value()),
            processed.get().publishedMs(),
            processed.get().partition()));
  }
}
