package dev.pixelwatch.monitor.http;

import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** All meters in Prometheus's text format, or in OpenMetrics for who asks for it. */
final class Scrape {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";

  private final PrometheusMeterRegistry registry;
  private final StreamMetrics streams;

  Scrape(PrometheusMeterRegistry registry, StreamMetrics streams) {
    this.registry = registry;
    this.streams = streams;
  }

  void answer(Context context) {
    streams.update();
    String accepted = context.header("Accept");
    String type =
        accepted != null && accepted.contains("application/openmetrics-text") ? OPEN_METRICS : TEXT;
    context.contentType(type).result(registry.scrape(type));
  }
}
