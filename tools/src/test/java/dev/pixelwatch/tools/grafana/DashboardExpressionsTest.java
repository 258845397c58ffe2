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
 * is scored, and another could not be aligned since the monitor started.
 */
@SystemProgram("promtool")
final class DashboardExpressionsTest {
  private static final String TEST =
      """
      tests:
        - interval: 30s
          input_series:
            - {series: 'pixelwatch_score{stream="scored",stage="isp",build="8"}', values: '0x20'}
            - {series: 'pixelwatch_idle_seconds{stream="scored",stage="isp",build="8"}', values: '1x20'}
            - {series: 'pixelwatch_capture_state{stream="never",stage="isp",build="8",state="unaligned"}', values: '1x20'}
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
}
