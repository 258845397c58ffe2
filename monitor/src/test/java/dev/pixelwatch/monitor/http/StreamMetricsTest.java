package dev.pixelwatch.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.monitor.Result;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class StreamMetricsTest {
  private final History history = new History(HistoryLimits.standard());

  private String told(Duration newestFor) {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    StreamMetrics metrics = new StreamMetrics(registry, history, newestFor);
    history.add(Records.scored("camera", 3, -5));
    metrics.update();
    return registry.scrape();
  }

  @Test
  void theNewestScoreIsToldWithItsAge() {
    assertThat(told(Duration.ofHours(1)))
        .containsPattern("pixelwatch_score\\{.*stream=\"camera\".*} -5.0")
        .containsPattern("pixelwatch_intensity\\{.*type=\"blur\".*} 0.25")
        .contains("pixelwatch_idle_seconds{");
  }

  @Test
  void aScoreThatIsOldIsNotToldAsIfItWereOfNow() {
    assertThat(told(Duration.ZERO))
        .doesNotContain("pixelwatch_score{", "pixelwatch_intensity{")
        .contains("pixelwatch_idle_seconds{", "pixelwatch_model{");
  }

  @Test
  void aStreamThatIsForgottenIsNotToldAnyMore() {
    History one = new History(new HistoryLimits(1, Duration.ZERO, 10, 10, 10, 1_000_000));
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    StreamMetrics metrics = new StreamMetrics(registry, one);
    one.add(Records.scored("old", 3, -5));
    one.add(new Result.Alerted(Records.alert("x", "old", 1, null)));
    metrics.update();
    assertThat(registry.scrape()).contains("stream=\"old\"");

    one.add(Records.scored("new", 3, -5));
    metrics.update();

    assertThat(registry.scrape()).contains("stream=\"new\"").doesNotContain("stream=\"old\"");
  }
}
