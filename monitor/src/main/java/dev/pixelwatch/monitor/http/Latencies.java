package dev.pixelwatch.monitor.http;

import dev.pixelwatch.monitor.MetricNames;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** Mean time from publishing to score over the last second or so, where this process scores. */
final class Latencies {
  private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(1);

  private record Window(long start, long count, double total, double mean) {}

  private final MeterRegistry registry;
  private final ConcurrentMap<String, Window> windows = new ConcurrentHashMap<>();

  Latencies(MeterRegistry registry, History history) {
    this.registry = registry;
    history.onForgotten(windows::remove);
  }

  /** In milliseconds; empty where nothing was scored here. */
  OptionalDouble of(String stream) {
    long count = 0;
    double total = 0;
    for (Timer timer :
        registry.find(MetricNames.LATENCY).tag(MetricNames.STREAM, stream).timers()) {
      count += timer.count();
      total += timer.totalTime(TimeUnit.MILLISECONDS);
    }
    if (count == 0) {
      return OptionalDouble.empty();
    }
    long nowCount = count;
    double nowTotal = total;
    long now = System.nanoTime();
    Window window =
        windows.compute(
            stream,
            (name, old) -> {
              if (old == null) {
                return new Window(now, nowCount, nowTotal, nowTotal / nowCount);
              }
              if (now - old.start < WINDOW_NANOS || nowCount == old.count) {
                return old;
              }
              double mean = (nowTotal - old.total) / (nowCount - old.count);
              return new Window(now, nowCount, nowTotal, mean);
            });
    return OptionalDouble.of(window.mean);
  }
}
