package dev.pixelwatch.tools.command;

import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.tools.attach.StreamListener;
import dev.pixelwatch.tools.console.Progress;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Shows streams under watch: a line for each on the terminal, or JSON lines for machines. */
final class StreamDisplay implements StreamListener {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final long JSON_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Streams with a line of their own; more would not fit on a terminal. */
  private static final int MOST_LINES = 16;

  private final Progress progress;
  private final boolean json;
  private final PrintWriter out;
  private long jsonNanos = System.nanoTime();

  StreamDisplay(Progress progress, boolean json, PrintWriter out) {
    this.progress = progress;
    this.json = json;
    this.out = out;
  }

  @Override
  public synchronized void said(String stream, String what) {
    if (json) {
      event("said", stream, Map.of("text", what));
    } else {
      say(stream + ": " + what);
    }
  }

  @Override
  public synchronized void said(String what) {
    if (json) {
      event("said", null, Map.of("text", what));
    } else {
      say(what);
    }
  }

  @Override
  public synchronized void alerted(Alert alert) {
    if (json) {
      event("alert", alert.stream(), Map.of("alert", alert));
    } else {
      say(alert.stream() + ": " + StreamWords.of(alert));
    }
  }

  private void event(String kind, String stream, Map<String, ?> fields) {
    Json.writeLine(StreamEvents.event(kind, stream, fields), out);
  }

  private void say(String what) {
    progress.say(LocalTime.now().format(TIME) + " " + what);
  }

  @Override
  public synchronized void progress(long frames, List<StreamNews> streams) {
    List<String> lines = new ArrayList<>();
    streams.stream().limit(MOST_LINES).map(StreamWords::now).forEach(lines::add);
    if (streams.size() > MOST_LINES) {
      lines.add("and " + (streams.size() - MOST_LINES) + " more");
    }
    progress.update(frames, String.join("; ", lines), lines);
    if (json && System.nanoTime() - jsonNanos > JSON_NANOS) {
      jsonNanos = System.nanoTime();
      streams.forEach(news -> Json.writeLine(StreamEvents.of("status", news), out));
    }
  }

  /** Says what came of each stream, when nothing else is shown any more. */
  static void ended(List<StreamNews> streams, boolean json, PrintWriter out) {
    for (StreamNews news : streams) {
      if (json) {
        Json.writeLine(StreamEvents.of("ended", news), out);
      } else {
        out.println(StreamWords.summary(news));
      }
    }
    out.flush();
  }
}
