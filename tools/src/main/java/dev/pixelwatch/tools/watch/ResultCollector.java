package dev.pixelwatch.tools.watch;

import dev.pixelwatch.monitor.Result;
import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.Score;
import dev.pixelwatch.tools.report.FrameOutcome;
import dev.pixelwatch.tools.report.FrameResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Puts scores and outcomes of one stream together; they come from two topics in any order. Filled
 * by one thread, asked by several.
 */
final class ResultCollector {
  private final String stream;
  private final Optional<String> build;
  private final long maxFrames;
  private final Map<Long, Score> waitingScores = new HashMap<>();
  private final Map<Long, Outcome> waitingOutcomes = new HashMap<>();
  private final Set<Long> settled = new HashSet<>();
  private final List<FrameResult> results = new ArrayList<>();
  private final Map<String, Alert> alerts = new LinkedHashMap<>();

  /**
   * @param build whose results count; those of every build if empty
   */
  ResultCollector(String stream, Optional<String> build, long maxFrames) {
    this.stream = stream;
    this.build = build;
    this.maxFrames = maxFrames;
  }

  /** Takes a record; gives the frame that it completes, if it completes one. */
  synchronized Optional<FrameResult> add(Result result) {
    Optional<FrameResult> completed = Optional.empty();
    if (result instanceof Result.Alerted alerted) {
      add(alerted.alert());
    } else if (result instanceof Result.Scored scored) {
      completed = add(scored.score());
    } else if (result instanceof Result.Settled outcome) {
      completed = add(outcome.outcome());
    }
    completed.ifPresent(
        frame -> {
          results.add(frame);
          settled.add(frame.frame());
          notifyAll();
        });
    return completed;
  }

  /** Number of distinct frames about which all is known. */
  synchronized long settled() {
    return settled.size();
  }

  /**
   * Waits until at least so many frames are settled, at most for the time given.
   *
   * @return whether they are
   */
  synchronized boolean awaitSettled(long count, long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long left = millis;
    while (settled.size() < count && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }
    return settled.size() >= count;
  }

  /** Everything up to now, in the order in which it came. */
  synchronized List<FrameResult> results() {
    return List.copyOf(results);
  }

  /** The alerts up to now, each as it was sent last, in the order in which they opened. */
  synchronized List<Alert> alerts() {
    return List.copyOf(alerts.values());
  }

  private void add(Alert alert) {
    if (isOurs(alert.stream(), alert.build(), alert.openedFrame())) {
      alerts.put(alert.id(), alert);
    }
  }

  /** On a cluster another build may have frames of the same stream and number. */
  private boolean isOurs(String otherStream, String otherBuild, long number) {
    return otherStream.equals(stream)
        && build.map(otherBuild::equals).orElse(true)
        && number < maxFrames;
  }

  private Optional<FrameResult> add(Score score) {
    if (!isOurs(score.getStream(), score.getBuild(), score.getFrameNumber())) {
      return Optional.empty();
    }
    if (waitingOutcomes.remove(score.getFrameNumber()) == null) {
      waitingScores.put(score.getFrameNumber(), score);
      return Optional.empty();
    }
    return Optional.of(FrameResult.scored(score));
  }

  private Optional<FrameResult> add(Outcome outcome) {
    if (!isOurs(outcome.getStream(), outcome.getBuild(), outcome.getFrameNumber())) {
      return Optional.empty();
    }
    if (outcome.getKind() != OutcomeKind.SCORED) {
      return Optional.of(notScored(outcome));
    }
    Score score = waitingScores.remove(outcome.getFrameNumber());
    if (score == null) {
      waitingOutcomes.put(outcome.getFrameNumber(), outcome);
    }
    return Optional.ofNullable(score).map(FrameResult::scored);
  }

  private static FrameResult notScored(Outcome outcome) {
    return FrameResult.notScored(
        outcome.getFrameNumber(),
        outcome.getCaptureTimeUs(),
        FrameOutcome.valueOf(outcome.getKind().name()),
        outcome.getReason());
  }
}
