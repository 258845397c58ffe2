package dev.pixelwatch.monitor.http;

import io.javalin.http.sse.SseClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JsonGenerator;

/** Writes to one subscriber what is new, a few times a second, for as long as it is there. */
final class Subscriber implements AutoCloseable {
  private static final long INTERVAL_MS = 150;

  /** Time without news after which the streams are told all the same: rates and silence age. */
  private static final int REPEAT_TICKS = 7;

  /** Scored frames of a stream that are sent at once; who misses more catches up. */
  private static final int MOST_POINTS = 600;

  private final SseClient client;
  private final Api api;
  private final History history;
  private final Runnable whenBehind;
  private final Map<String, Long> told = new HashMap<>();
  private final Map<String, Long> versions = new HashMap<>();
  private final Thread thread = new Thread(this::run, "pixelwatch-subscriber");
  private long alertsTold;
  private volatile boolean closed;

  Subscriber(SseClient client, Api api, History history, Runnable whenBehind) {
    this.client = client;
    this.api = api;
    this.history = history;
    this.whenBehind = whenBehind;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      for (long tick = 0; !closed && !client.terminated(); tick++) {
        boolean all = tick % REPEAT_TICKS == 0;
        List<StreamHistory> news =
            history.streams().stream().filter(stream -> all || isNew(stream)).toList();
        if (all || !news.isEmpty() || history.alerts().next() > alertsTold) {
          client.sendEvent("update", update(news));
        }
        TimeUnit.MILLISECONDS.sleep(INTERVAL_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      client.close();
    }
  }

  private boolean isNew(StreamHistory stream) {
    return history.view(stream).version() != versions.getOrDefault(stream.stream(), -1L);
  }

  private String update(List<StreamHistory> streams) {
    return Json.object(
        json -> {
          api.service(json);
          // What changes in between is told twice rather than not at all.
          long next = history.alerts().next();
          api.alerts(json, history.alerts().since(alertsTold));
          alertsTold = next;
          Json.array(json, "streams", () -> streams.forEach(stream -> write(json, stream)));
        });
  }

  private void write(JsonGenerator json, StreamHistory stream) {
    StreamView view = history.view(stream);
    versions.put(stream.stream(), view.version());
    long since = told.getOrDefault(stream.stream(), view.next());
    boolean behind = view.next() - since > MOST_POINTS;
    if (behind) {
      whenBehind.run();
    }
    Points points = stream.since(behind ? view.next() : since, MOST_POINTS);
    told.put(stream.stream(), points.next());
    json.writeStartObject();
    api.stream(json, stream, view);
    Json.object(json, "points", () -> StreamJson.points(json, points, behind));
    json.writeEndObject();
  }

  /** Ends it; a write that hangs ends when the connection does. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
