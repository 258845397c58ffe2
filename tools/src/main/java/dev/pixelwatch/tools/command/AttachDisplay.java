package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.ScoreWords;
import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.schemas.StreamStatus;
import dev.pixelwatch.tools.attach.AttachListener;
import dev.pixelwatch.tools.console.Progress;
import dev.pixelwatch.tools.report.AlertWords;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Shows attached streams: a line for each on the terminal, or JSON lines for machines. */
final class AttachDisplay implements AttachListener {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final long JSON_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Progress progress;
  private final boolean json;
  private final PrintWriter out;
  private long jsonNanos = System.nanoTime();

  AttachDisplay(Progress progress, boolean json, PrintWriter out) {
    this.progress = progress;
    this.json = json;
    this.out = out;
  }

  @Override
  public synchronized void said(String stream, String what) {
    if (json) {
      line(event("said", stream, Map.of("text", what)));
    } else {
      say(stream + ": " + what);
    }
  }

  @Override
  public synchronized void said(String what) {
    if (json) {
      line(event("said", null, Map.of("text", what)));
    } else {
      say(what);
    }
  }

  @Override
  public synchronized void alerted(Alert alert) {
    if (json) {
      line(event("alert", alert.stream(), Map.of("alert", alert)));
    } else {
      say(alert.stream() + ": " + words(alert));
    }
  }

  private static String words(Alert alert) {
    if (alert.isOpen()) {
      return "ALERT since frame " + alert.openedFrame() + ": " + alert.message();
    }
    return "alert over, frames " + AlertWords.frames(alert) + ": " + alert.message();
  }

  private void say(String what) {
    progress.say(LocalTime.now().format(TIME) + " " + what);
  }

  @Override
  public synchronized void progress(List<StreamNews> streams) {
    long frames = streams.stream().mapToLong(AttachDisplay::frames).sum();
    List<String> lines = streams.stream().map(AttachDisplay::line).toList();
    progress.update(frames, String.join("; ", lines), lines);
    if (json && System.nanoTime() - jsonNanos > JSON_NANOS) {
      jsonNanos = System.nanoTime();
      streams.forEach(news -> line(event("status", news)));
    }
  }

  /** Says at the end what came of each stream. */
  synchronized void ended(List<StreamNews> streams) {
    for (StreamNews news : streams) {
      if (json) {
        line(event("ended", news));
      } else {
        out.println(summary(news));
      }
    }
    out.flush();
  }

  /** Scored frames, or captured ones where the monitors run elsewhere. */
  private static long frames(StreamNews news) {
    return news.outcomes().map(Outcomes::scored).orElse(news.status().getProcessedFrames());
  }

  private static String line(StreamNews news) {
    String stream = news.status().getStream() + " " + news.status().getState() + ", ";
    return stream + news.outcomes().map(AttachDisplay::now).orElseGet(() -> captured(news));
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
    return String.join(", ", words);
  }

  private static String score(Outcomes o) {
    return String.format(Locale.ROOT, "%s (%+.1f)", ScoreWords.of(o.score()), o.score());
  }

  private static String captured(StreamNews news) {
    return "%d reference and %d processed frames captured, %d dropped"
        .formatted(
            news.status().getReferenceFrames(), news.status().getProcessedFrames(), news.dropped());
  }

  private static String summary(StreamNews news) {
    return "%s: %s%s."
        .formatted(
            news.status().getStream(),
            captured(news),
            news.outcomes().map(AttachDisplay::total).orElse(""));
  }

  private static String total(Outcomes o) {
    return "; %d scored, %d skipped, %d unmatched, %d lost, %d failed, %d duplicate%s"
        .formatted(
            o.scored(),
            o.skipped(),
            o.unmatched(),
            o.lost(),
            o.failed(),
            o.duplicate(),
            Double.isFinite(o.score()) ? "; last " + score(o) : "");
  }

  private static Map<String, Object> event(String kind, StreamNews news) {
    StreamStatus status = news.status();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("state", status.getState().name());
    fields.put("reason", status.getReason());
    fields.put("reference_frames", status.getReferenceFrames());
    fields.put("processed_frames", status.getProcessedFrames());
    fields.put("dropped", news.dropped());
    fields.put("offset_frames", status.getOffsetFrames());
    fields.put("alignment_confidence", status.getAlignmentConfidence());
    fields.put("shift_x", status.getShiftX());
    fields.put("shift_y", status.getShiftY());
    news.outcomes().ifPresent(outcomes -> put(fields, outcomes));
    return event(kind, status.getStream(), fields);
  }

  private static void put(Map<String, Object> fields, Outcomes o) {
    fields.put("score", o.score());
    fields.put("top_type", o.topType());
    fields.put("k", o.k());
    fields.put("scores_per_second", o.scoresPerSecond());
    fields.put("scored", o.scored());
    fields.put("skipped", o.skipped());
    fields.put("unmatched", o.unmatched());
    fields.put("lost", o.lost());
    fields.put("failed", o.failed());
    fields.put("duplicate", o.duplicate());
  }

  private static Map<String, Object> event(String kind, String stream, Map<String, ?> fields) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("time", Instant.now().toString());
    event.put("event", kind);
    event.put("stream", stream);
    event.putAll(fields);
    return event;
  }

  private void line(Map<String, Object> event) {
    Json.writeLine(event, out);
  }
}
