package dev.pixelwatch.monitor;

import dev.pixelwatch.schemas.DistortionMap;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** Collects what a monitor publishes. */
final class Outcomes implements AutoCloseable {
  final List<Score> scores = new ArrayList<>();
  final List<DistortionMap> maps = new ArrayList<>();
  final List<Outcome> outcomes = new ArrayList<>();
  private final ResultReader reader;

  Outcomes(MonitorConfig config) {
    this(ResultReader.fromBeginning(config));
  }

  Outcomes(ResultReader reader) {
    this.reader = reader;
  }

  /** Reads until the condition holds; fails after a minute. */
  Outcomes until(BooleanSupplier condition) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(1))
        .pollInSameThread()
        .until(
            () -> {
              read(Duration.ofMillis(100));
              return condition.getAsBoolean();
            });
    return this;
  }

  /** Reads until so many frame numbers have an outcome, and then what else there may be. */
  Outcomes untilSettled(int frames) {
    until(() -> settledNumbers().stream().distinct().count() >= frames);
    read(Duration.ofSeconds(1));
    return this;
  }

  private void read(Duration patience) {
    for (Result result : reader.poll(patience)) {
      if (result instanceof Result.Scored scored) {
        scores.add(scored.score());
      } else if (result instanceof Result.Mapped mapped) {
        maps.add(mapped.map());
      } else if (result instanceof Result.Settled settled) {
        outcomes.add(settled.outcome());
      }
    }
  }

  /** The frame numbers that have an outcome, in order, as often as they have one. */
  List<Long> settledNumbers() {
    return outcomes.stream()
        .filter(outcome -> outcome.getKind() != OutcomeKind.DUPLICATE)
        .map(Outcome::getFrameNumber)
        .sorted()
        .toList();
  }

  /** The frame numbers that have a score, in order, as often as they have one. */
  List<Long> scoredNumbers() {
    return scores.stream().map(Score::getFrameNumber).sorted().toList();
  }

  @Override
  public void close() {
    reader.close();
  }
}
