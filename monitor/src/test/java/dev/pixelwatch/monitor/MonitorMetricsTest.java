package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class MonitorMetricsTest {
  @Test
  void aScoreThatComesMinutesLateIsToldFromOneThatComesSecondsLate() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    MonitorMetrics metrics = new MonitorMetrics(registry, new PayloadCache(1));
    FrameIdentity identity = new FrameIdentity("cam1", "isp", "7", 1, 1);

    metrics.scored(identity, Duration.ofMillis(30), Duration.ofSeconds(12));
    metrics.scored(identity, Duration.ofMillis(30), Duration.ofMinutes(20));

    assertThat(registry.scrape())
        .contains("le=\"10.0\"} 0", "le=\"30.0\"} 1", "le=\"300.0\"} 1", "le=\"1800.0\"} 2");
  }
}
