package dev.pixelwatch.tools.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.tools.SystemProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What dashboards say of a system that the rig of {@link DashboardQueriesTest} is not: one stream
 * is scored and had another build before, and one could not be aligned since the monitor started.
 */
@SystemProgram("promtool")
final class DashboardExpressionsTest {
  private static final String TEST =
      """
      tests:
      - interval: 30s
        input_series:
        - {series: 'pixelwatch_score{stream="scored",stage="isp",build="8"}', values: '0x20'}
        - {series: 'pixelwatch_intensity{stream="scored",stage="isp",build="8",type="blur"}',
           values: '0x20'}
        - {series: 'pixelwatch_idle_seconds{stream="scored",stage="isp",build="8"}', values: '1x20'}
        - {series: 'pixelwatch_capture_state{stream="never",stage="isp",build="8",state="unaligned"}',
           values: '1x20'}
        - {series: 'pixelwatch_alerts_open{stream="never",stage="isp",build="8",kind="unaligned",type=""}',
           values: '1x20'}
        - {series: 'pixelwatch_alerts_open{stream="scored",stage="isp",build="7",kind="black",type=""}',
           values: '0x20'}
        - {series: 'pixelwatch_frames_total{stream="scored",stage="isp",build="7",outcome="scored"}',
           values: '900x20'}
        - {series: 'pixelwatch_frames_total{stream="scored",stage="isp",build="8",outcome="scored"}',
           values: '0+240x20'}
        - {series: 'pixelwatch_latency_seconds_bucket{stream="scored",stage="isp",build="7",le="1.0"}',
           values: '900x20'}
        - {series: 'pixelwatch_latency_seconds_bucket{stream="scored",stage="isp",build="7",le="+Inf"}',
           values: '900x20'}
        - {series: 'pixelwatch_latency_seconds_bucket{stream="scored",stage="isp",build="8",le="1.0"}',
           values: '0+240x20'}
        - {series: 'pixelwatch_latency_seconds_bucket{stream="scored",stage="isp",build="8",le="+Inf"}',
           values: '0+240x20'}
        promql_expr_test:
        - {expr: %s, eval_time: 5m, exp_samples: [%s]}
      """;

  @TempDir Path folder;

  private void assertAnswer(String expression, String... samples) throws Exception {
    String filled = expression.replace("$stream", ".*").replace("$__rate_interval", "2m");
    Path file =
        Files.writeString(
            folder.resolve("test.yml"),
            TEST.formatted(
                JsonMapper.shared().writeValueAsString(filled), String.join(", ", samples)));

    assertThat(PrometheusServer.promtool(List.of("test", "rules", file.toString())))
        .contains("SUCCESS");
  }

  private static JsonNode targets(String panel) {
    return GrafanaFiles.dashboards()
        .get("fleet")
        .get("panels")
        .valueStream()
        .filter(one -> one.get("title").asString().equals(panel))
        .findFirst()
        .orElseThrow()
        .get("targets");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fleet", "stream"})
  void aStreamThatWasNeverScoredCanBeChosen(String dashboard) throws Exception {
    JsonNode variable =
        GrafanaFiles.dashboards()
            .get(dashboard)
            .at("/templating/list")
            .valueStream()
            .filter(one -> one.get("name").asString().equals("stream"))
            .findFirst()
            .orElseThrow();
    Matcher labelValues =
        Pattern.compile("label_values\\((.*), stream\\)")
            .matcher(variable.at("/query/query").asString());
    assertThat(labelValues.matches()).isTrue();

    assertAnswer(
        "group by (stream) (" + labelValues.group(1) + ")",
        "{labels: '{stream=\"scored\"}', value: 1}",
        "{labels: '{stream=\"never\"}', value: 1}");
  }

  @Test
  void aStreamThatWasNeverScoredIsCounted() throws Exception {
    assertAnswer(
        targets("Streams known").get(0).get("expr").asString(), "{labels: '{}', value: 2}");
  }

  /** Counters of an earlier build stay as long as the monitor runs. */
  @Test
  void theTableHasNoRowForAnEarlierBuild() throws Exception {
    for (JsonNode target : targets("All streams, worst first")) {
      assertAnswer(
          "group by (build) (" + target.get("expr").asString() + ")",
          "{labels: '{build=\"8\"}', value: 1}");
    }
  }

  @Test
  void theTableHasTheAlertsOfAStreamThatWasNeverScored() throws Exception {
    String alerts =
        targets("All streams, worst first")
            .valueStream()
            .filter(target -> target.get("refId").asString().equals("alerts"))
            .findFirst()
            .orElseThrow()
            .get("expr")
            .asString();

    assertAnswer(
        alerts,
        "{labels: '{stream=\"scored\",stage=\"isp\",build=\"8\"}', value: 0}",
        "{labels: '{stream=\"never\",stage=\"isp\",build=\"8\"}', value: 1}");
  }
}
