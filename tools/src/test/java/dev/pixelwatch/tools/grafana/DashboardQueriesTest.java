package dev.pixelwatch.tools.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pixelwatch.tools.Main;
import dev.pixelwatch.tools.Program;
import dev.pixelwatch.tools.SystemProgram;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Everything that dashboards and rules ask, answered by the real Prometheus that scrapes a real
 * monitor. The rig has three live streams: one of two inputs that becomes blurred, one of another
 * build, and one that turns black.
 */
@SystemProgram("prometheus")
final class DashboardQueriesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration RANGE = Duration.ofSeconds(30);
  private static final Pattern URL = Pattern.compile("live page: http://(127\\.0\\.0\\.1:\\d+)/");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:pixelwatch|process|jvm|system)_[a-z_0-9]+\\b|\\bup\\b");

  private static final String RIG =
      """
      streams:
        - {stream: cam1, stage: isp, build: "7.1+4", reference: "lavfi:testsrc2=s=128x80:r=8",
           processed: "lavfi:testsrc2=s=128x80:r=8,gblur=sigma=5:enable='gte(t,15)'"}
        - {stream: cam2, stage: isp, build: "7.2+4", source: "lavfi:testsrc2=s=128x80:r=8",
           through: "encode:mpeg4:b=150k"}
        - {stream: cam3, stage: isp, build: "7.2+4", source: "lavfi:testsrc2=s=128x80:r=8",
           through: "filter:drawbox=color=black:t=fill:enable='gte(t,9)'"}
      """;

  /**
   * What the reader of a dashboard chooses, or Grafana fills in. It escapes for a regular
   * expression where that is asked for, with one backslash, which Prometheus takes only between
   * backticks.
   */
  private static final Map<String, String> VARIABLES =
      Map.ofEntries(
          Map.entry("${__to}", "1767225600000"),
          Map.entry("$__rate_interval", "10s"),
          Map.entry("$__range", "30s"),
          Map.entry("$monitor", "http://localhost:8080"),
          Map.entry("$instance", ".*"),
          Map.entry("$build_a", "7.1+4"),
          Map.entry("$build_b", "7.2+4"),
          Map.entry("${build_a:regex}", "7\\.1\\+4"),
          Map.entry("${build_b:regex}", "7\\.2\\+4"),
          Map.entry("$offset", "1ms"),
          Map.entry("$type", "blur"));

  /** What is not asked here, and why. */
  private static final Map<String, String> LEFT_OUT =
      Map.of("loki", "asks Loki, which the rig does not have");

  /** Alerts that the faults of the rig raise; those of the others are in the tests of promtool. */
  private static final Set<String> PROVOKED = Set.of("PixelwatchRegression", "PixelwatchBlack");

  @TempDir static Path folder;
  private static Program rig;
  private static String monitor;
  private static PrometheusServer prometheus;

  @BeforeAll
  static void start() throws Exception {
    Path streams = Files.writeString(folder.resolve("rig.yaml"), RIG);
    Path rules = Files.writeString(folder.resolve("rules.yaml"), "learn-seconds: 3\n");
    rig =
        Program.start(
            folder,
            Main.class,
            List.of("-Xmx512m"),
            "attach",
            "--config",
            streams,
            "--rules",
            rules,
            "--mode",
            "complete",
            "--http-port",
            "0");
    rig.await("live page: http://\\S+");
    Matcher address = URL.matcher(rig.err());
    assertThat(address.find()).isTrue();
    monitor = address.group(1);
    prometheus = PrometheusServer.start(folder, monitor);
    awaitFiring("PixelwatchRegression", "cam1");
    awaitFiring("PixelwatchBlack", "cam3");
  }

  private static void awaitFiring(String alert, String stream) {
    String firing =
        "ALERTS{alertstate=\"firing\",alertname=\"%s\",stream=\"%s\"}".formatted(alert, stream);
    await().atMost(PATIENCE).until(() -> hasValue(prometheus.now(firing)));
  }

  @AfterAll
  static void stop() throws Exception {
    if (prometheus != null) {
      prometheus.close();
    }
    if (rig != null) {
      rig.close();
    }
  }

  @Test
  void everyQueryOfEveryPanelHasData() throws Exception {
    QueryReport report =
        new QueryReport(
            Map.of(
                "cam1", livePicture("cam1"),
                "cam2", livePicture("cam2"),
                "cam3", livePicture("cam3")));
    List<String> empty = new ArrayList<>();
    for (GrafanaFiles.Query query : GrafanaFiles.queries()) {
      if (!query.isOfPrometheus()) {
        report.leftOut(query, LEFT_OUT.get(query.source()));
        continue;
      }
      String expression = filled(query);
      JsonNode series =
          query.instant() ? prometheus.now(expression) : prometheus.last(RANGE, expression);
      report.add(query, expression, series);
      if (!hasValue(series)) {
        empty.add(query + "\n  as " + expression);
      }
    }
    report.write(Path.of("target", "dashboards"));

    assertThat(empty).isEmpty();
  }

  @Test
  void everyVariableHasValuesToChooseFrom() {
    Pattern labelValues = Pattern.compile("label_values\\((\\w*(?:\\{.*})?), (\\w+)\\)");
    GrafanaFiles.dashboards()
        .forEach(
            (name, dashboard) -> {
              for (JsonNode variable : dashboard.at("/templating/list")) {
                if (!variable.get("type").asString().equals("query")) {
                  continue;
                }
                Matcher query = labelValues.matcher(variable.get("definition").asString());
                assertThat(query.matches()).as("%s of %s", variable.get("name"), name).isTrue();
                JsonNode values =
                    prometheus.now(
                        "count by (%s) (%s)"
                            .formatted(query.group(2), query.group(1).replace("$stream", ".*")));
                assertThat(values).as("%s of %s", variable.get("name"), name).isNotEmpty();
                assertThat(values.get(0).get("metric").has(query.group(2))).isTrue();
              }
            });
  }

  @Test
  void everyRuleIsEvaluatedAndThoseFireWhoseFaultIsThere() {
    Set<String> evaluated = new TreeSet<>();
    Set<String> firing = new TreeSet<>();
    for (JsonNode group : prometheus.data("/api/v1/rules").get("groups")) {
      for (JsonNode rule : group.get("rules")) {
        String name = rule.get("name").asString();
        assertThat(rule.get("health").asString()).as(name + rule.path("lastError")).isEqualTo("ok");
        evaluated.add(name);
        if (rule.get("state").asString().equals("firing")) {
          firing.add(name);
        }
      }
    }

    assertThat(evaluated)
        .containsExactlyInAnyOrderElementsOf(
            GrafanaFiles.prometheusRules().stream().map(GrafanaFiles.Rule::name).toList());
    assertThat(firing).containsAll(PROVOKED);
  }

  @Test
  void everyMetricThatARuleLooksAtIsThere() {
    for (GrafanaFiles.Rule rule : GrafanaFiles.prometheusRules()) {
      Matcher names = METRIC.matcher(rule.expression());
      assertThat(names.results().map(name -> name.group()).distinct().toList())
          .as(rule.name())
          .isNotEmpty()
          .allSatisfy(name -> assertThat(prometheus.now(name)).as(name).isNotEmpty());
    }
  }

  private static String livePicture(String stream) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create("http://" + monitor + "/api/v1/live.svg?stream=" + stream))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static String filled(GrafanaFiles.Query query) {
    String expression = query.text();
    boolean many = query.text().contains("stream=~");
    expression = expression.replace("$stream", many ? ".*" : "cam1");
    for (Map.Entry<String, String> variable : VARIABLES.entrySet()) {
      expression = expression.replace(variable.getKey(), variable.getValue());
    }
    assertThat(expression.replace("stream=$1", "")).as("all variables filled").doesNotContain("$");
    return expression;
  }

  /** Whether any series has a number; a quantile of nothing is none. */
  static boolean hasValue(JsonNode series) {
    for (JsonNode one : series) {
      for (JsonNode value : one.has("values") ? one.get("values") : List.of(one.get("value"))) {
        if (Double.isFinite(
            Double.parseDouble(value.get(1).asString().replace("Inf", "Infinity")))) {
          return true;
        }
      }
    }
    return false;
  }
}
