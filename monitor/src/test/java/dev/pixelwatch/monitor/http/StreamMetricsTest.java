package dev.pixelwatch.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.monitor.Result;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.StreamState;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
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
  void aScoreIsThatOfTheBuildThatWasScored() {
    history.add(Records.scored("camera", 3, -5));
    history.add(
        new Result.Settled(
            new Outcome("camera", "isp", "r43", 4L, 160_000L, OutcomeKind.SKIPPED, "", 2, null)));
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new StreamMetrics(registry, history).update();

    assertThat(registry.scrape())
        .containsPattern("pixelwatch_score\\{build=\"r42\"")
        .containsPattern("pixelwatch_intensity\\{build=\"r42\"")
        .containsPattern("pixelwatch_idle_seconds\\{build=\"r42\"")
        .containsPattern("pixelwatch_model\\{build=\"r42\"")
        .doesNotContain("r43");
  }

  @Test
  void aCaptureThatFallsSilentIsNotToldAsLive() {
    AtomicLong now = new AtomicLong();
    History timed = new History(HistoryLimits.standard(), now::get);
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    StreamMetrics metrics = new StreamMetrics(registry, timed);
    timed.add(Records.stated("killed", StreamState.LIVE));
    timed.add(Records.stated("over", StreamState.ENDED));
    metrics.update();
    assertThat(registry.scrape())
        .containsPattern("capture_state\\{.*state=\"live\",stream=\"killed\"} 1");

    now.addAndGet(Duration.ofSeconds(34).toNanos());
    metrics.update();

    assertThat(registry.scrape())
        .containsPattern("capture_state\\{.*state=\"live\",stream=\"killed\"} 0")
        .containsPattern("capture_state\\{.*state=\"unknown\",stream=\"killed\"} 1")
        .containsPattern("capture_state\\{.*state=\"ended\",stream=\"over\"} 1");
    StreamView killed = timed.view(timed.stream("killed").orElseThrow());
    assertThat(StreamJson.stateOf(killed)).isEqualTo("unknown");
    assertThat(killed.captureReason()).isEqualTo("its capture has been silent for 34 s");
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
