package dev.pixelwatch.monitor.http;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Server-sent events. There is no queue that could overflow: each subscriber has a thread of its
 * own that takes from the bounded history what is new since it last wrote. One that reads slowly
 * only falls behind itself. When it is far behind it is told so, and catches up through the API.
 */
final class Events implements AutoCloseable {
  private static final int MOST_SUBSCRIBERS = 32;

  private final Api api;
  private final History history;
  private final Counter behind;
  private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
  private final SseHandler handler = new SseHandler(0, this::subscribe);
  private volatile boolean closed;

  Events(Api api, History history, MeterRegistry registry) {
    this.api = api;
    this.history = history;
    behind =
        Counter.builder(HttpMetricNames.BEHIND)
            .description("How often a subscriber was too slow and had to catch up")
            .register(registry);
    Gauge.builder(HttpMetricNames.SUBSCRIBERS, subscribers, Set::size)
        .description("Browsers and others that follow the events")
        .strongReference(true)
        .register(registry);
  }

  void handle(Context context) throws Exception {
    if (subscribers.size() >= MOST_SUBSCRIBERS || closed) {
      context.status(503).contentType(Json.TYPE);
      context.result(
          Problem.json(
              MOST_SUBSCRIBERS + " subscribers follow the events already",
              "Close a page, or ask the API instead."));
      return;
    }
    handler.handle(context);
  }

  /** Whether anybody follows. */
  boolean areFollowed() {
    return !subscribers.isEmpty();
  }

  private void subscribe(SseClient client) {
    client.keepAlive();
    Subscriber subscriber = new Subscriber(client, api, history, behind::increment);
    subscribers.add(subscriber);
    client.onClose(
        () -> {
          subscriber.close();
          subscribers.remove(subscriber);
        });
    subscriber.start();
  }

  @Override
  public void close() {
    closed = true;
    subscribers.forEach(Subscriber::close);
  }
}
