package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.ScoreWords;
import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.schemas.StreamStatus;
import dev.pixelwatch.tools.attach.StreamListener.Outcomes;
import dev.pixelwatch.tools.attach.StreamListener.StreamNews;
import dev.pixelwatch.tools.report.AlertWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What becomes of streams under watch, in a line for people. */
final class StreamWords {
  private StreamWords() {}

  /** An alert that has just opened or closed. */
  static String of(Alert alert) {
    if (alert.isOpen()) {
      return "ALERT since frame " + alert.openedFrame() + ": " + alert.message();
    }
    return "alert over, frames " + AlertWords.frames(alert) + ": " + alert.message();
  }

  /** How a stream is doing at this moment. */
  static String now(StreamNews news) {
    String state = news.status().map(status -> " " + status.getState()).orElse("");
    String doing =
        news.outcomes()
            .map(StreamWords::now)
            .or(() -> news.status().map(status -> captured(status, news)))
            .orElse("nothing is known");
    return news.stream() + state + ", " + doing;
  }

  private static String now(Outcomes o) {
    List<String> words = new ArrayList<>();
    if (Double.isFinite(o.score())) {
      words.add(score(o));
    }
    if (!o.topType().isEmpty()) {
      words.add(o.topType());
    }
    words.add(
        String.format(
            Locale.ROOT,
            "%.1f scores/s, k %d, skipped %d, unmatched %d",
            o.scoresPerSecond(),
            o.k(),
            o.skipped(),
            o.unmatched()));
    if (o.failed() > 0) {
      words.add("failed " + o.failed());
    }
    return String.join(", ", words);
  }

  /** What came of a stream in all. */
  static String summary(StreamNews news) {
    return Stream.concat(
            news.status().map(status -> captured(status, news)).stream(),
            news.outcomes().map(StreamWords::total).stream())
        .collect(Collectors.joining("; ", news.stream() + ": ", "."));
  }

  private static String captured(StreamStatus status, StreamNews news) {
    String frames =
        "%d reference and %d processed frames captured"
            .formatted(status.getReferenceFrames(), status.getProcessedFrames());
    return news.dropped().isPresent()
        ? frames + ", " + news.dropped().getAsLong() + " dropped"
        : frames;
  }

  private static String total(Outcomes o) {
    return "%d scored, %d skipped, %d unmatched, %d lost, %d failed, %d duplicate%s"
        .formatted(
            o.scored(),
            o.skipped(),
            o.unmatched(),
            o.lost(),
            o.failed(),
            o.duplicate(),
            Double.isFinite(o.score()) ? "; last " + score(o) : "");
  }

  private static String score(Outcomes o) {
    return String.format(Locale.ROOT, "%s (%+.1f)", ScoreWords.of(o.score()), o.score());
  }
}
