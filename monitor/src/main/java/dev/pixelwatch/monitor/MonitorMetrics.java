package dev.pixelwatch.monitor;

import dev.pixelwatch.schemas.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/** Counts and times what the tasks of one monitor do. Safe for use by several threads. */
final class MonitorMetrics {
  /**
   * Dense around the default latency bound of one second. The last ones are for complete mode that
   * catches up: a quantile is never told as more than the last bucket.
   */
  private static final Duration[] LATENCY_BUCKETS =
      LongStream.of(
              50, 100, 200, 350, 500, 700, 850, 1000, 1250, 1500, 2000, 3000, 5000, 10_000, 30_000,
              60_000, 300_000, 1_800_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final Timer inference;
  private final Counter rereads;
  private final Set<FrameThinning> thinnings = ConcurrentHashMap.newKeySet();

  MonitorMetrics(MeterRegistry registry, PayloadCache cache) {
    this.registry = registry;
    inference =
        Timer.builder(MetricNames.INFERENCE)
            .description("The network on one pair")
            .register(registry);
    rereads =
        Counter.builder(MetricNames.REREADS)
            .description("Payloads read again from the topic")
            .register(registry);
    Gauge.builder(MetricNames.CACHE_BYTES, cache, PayloadCache::bytes)
        .description("Payloads that wait in memory")
        .baseUnit("bytes")
        .strongReference(true)
        .register(registry);
    Gauge.builder(MetricNames.K, this, MonitorMetrics::largestK)
        .description("Every k-th frame is scored")
        .strongReference(true)
        .register(registry);
  }

  void watch(FrameThinning thinning) {
    thinnings.add(thinning);
  }

  void forget(FrameThinning thinning) {
    thinnings.remove(thinning);
  }

  private int largestK() {
    return thinnings.stream().mapToInt(FrameThinning::k).max().orElse(1);
  }

  void settled(Outcome outcome) {
    Counter.builder(MetricNames.FRAMES)
        .description("Frame numbers by outcome")
        .tag(MetricNames.OUTCOME, outcome.getKind().name().toLowerCase(Locale.ROOT))
        .tag(MetricNames.STREAM, outcome.getStream())
        .tag(MetricNames.STAGE, outcome.getStage())
        .tag(MetricNames.BUILD, outcome.getBuild())
        .register(registry)
        .increment();
  }

  void scored(FrameIdentity identity, Duration network, Duration sincePublished) {
    inference.record(network);
    Timer.builder(MetricNames.LATENCY)
        .description("From publishing of the later frame to the score")
        .tag(MetricNames.STREAM, identity.stream())
        .tag(MetricNames.STAGE, identity.stage())
        .tag(MetricNames.BUILD, identity.build())
        .serviceLevelObjectives(LATENCY_BUCKETS)
        .register(registry)
        .record(sincePublished);
  }

  void reread() {
    rereads.increment();
  }
}
