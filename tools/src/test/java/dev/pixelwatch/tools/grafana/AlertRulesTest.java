package dev.pixelwatch.tools.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.monitor.detect.AlertKind;
import dev.pixelwatch.tools.SystemProgram;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The alert rules of Prometheus and of Grafana, and what is written about them. */
final class AlertRulesTest {
  private static final List<GrafanaFiles.Rule> RULES = GrafanaFiles.prometheusRules();
  private static final Path TESTS = GrafanaFiles.FOLDER.resolve("prometheus-rules.test.yml");

  @Test
  @SystemProgram("promtool")
  void promtoolAcceptsTheRulesAndTheirTestsPass() throws Exception {
    PrometheusServer.promtool(List.of("check", "rules", GrafanaFiles.RULES.toString()));

    assertThat(PrometheusServer.promtool(List.of("test", "rules", TESTS.toString())))
        .contains("SUCCESS");
  }

  @Test
  void everyRuleFiresInATestOfItsOwn() {
    String tests = GrafanaFiles.text(TESTS);

    assertThat(RULES)
        .allSatisfy(
            rule ->
                assertThat(tests)
                    .containsPattern(
                        "alertname: " + rule.name() + "\n +eval_time: \\S+\n +exp_alerts:\n"));
  }

  @Test
  void everyKindOfAlertHasARule() {
    assertThat(RULES.stream().filter(rule -> rule.group().equals("pixelwatch-streams")))
        .hasSize(AlertKind.values().length);
    assertThat(Arrays.stream(AlertKind.values()).map(AlertKind::id))
        .allSatisfy(
            kind ->
                assertThat(RULES)
                    .filteredOn(rule -> rule.expression().contains("kind=\"" + kind + "\""))
                    .hasSize(1));
  }

  @Test
  void grafanasRulesAskAndSayTheSame() {
    assertThat(GrafanaFiles.grafanaRules())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("annotations")
        .containsExactlyElementsOf(RULES);
    assertThat(texts(GrafanaFiles.grafanaRules())).isEqualTo(texts(RULES));
  }

  /** Annotations but for those that Grafana alone knows. */
  private static Map<String, Map<String, String>> texts(List<GrafanaFiles.Rule> rules) {
    return rules.stream()
        .collect(
            Collectors.toMap(
                GrafanaFiles.Rule::name,
                rule -> {
                  Map<String, String> texts = new TreeMap<>(rule.annotations());
                  texts.keySet().removeIf(name -> name.startsWith("__"));
                  return texts;
                }));
  }

  @Test
  void everyRuleLeadsToADashboardAndGrafanasToAPanel() {
    Map<String, JsonNode> dashboards = GrafanaFiles.dashboards();
    for (GrafanaFiles.Rule rule : GrafanaFiles.grafanaRules()) {
      String uid = rule.annotations().get("__dashboardUid__");
      int panel = Integer.parseInt(rule.annotations().get("__panelId__"));
      JsonNode dashboard = dashboards.get(uid.replace("pixelwatch-", ""));

      assertThat(dashboard).as(rule.name()).isNotNull();
      assertThat(dashboard.get("panels").valueStream().map(one -> one.get("id").asInt()))
          .as(rule.name())
          .contains(panel);
    }
    assertThat(RULES)
        .allSatisfy(
            rule ->
                assertThat(rule.annotations().get("dashboard"))
                    .matches("/d/pixelwatch-(stream\\?var-stream=.* urlquery }}|itself)"));
  }

  @Test
  void everyRuleHasAParagraphThatSaysWhatToDo() {
    String handbook = GrafanaFiles.text(Path.of("..", "docs", "grafana.md"));
    for (GrafanaFiles.Rule rule : RULES) {
      assertThat(rule.annotations().get("runbook"))
          .isEqualTo("docs/grafana.md#" + rule.name().toLowerCase(java.util.Locale.ROOT));
      assertThat(handbook)
          .containsPattern(Pattern.compile("(?m)^### " + rule.name() + "\n\n\\S.{80,}"));
    }
  }
}
