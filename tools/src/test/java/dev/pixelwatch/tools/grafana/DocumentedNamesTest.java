package dev.pixelwatch.tools.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dashboards and rules rest on public names only: those of docs/metrics.md. */
final class DocumentedNamesTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(\\w+)` \\| ([a-z]+)[^|]*\\|([^|]*)\\|");
  private static final Pattern METRIC =
      Pattern.compile(
          "\\b((?:pixelwatch|process|jvm|system)_\\w+)(?:\\{((?:\\$\\{[^}]*}|[^}])*)})?");
  private static final Pattern MATCHER = Pattern.compile("(\\w+)(?:=~|!~|!=|=)[\"`]");
  private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on) \\(([^)]*)\\)");

  /** What Prometheus itself adds, and the label of buckets. */
  private static final Set<String> EVERYWHERE = Set.of("instance", "job", "le");

  private static final Map<String, Set<String>> DOCUMENTED = documented();

  private static Map<String, Set<String>> documented() {
    Map<String, Set<String>> labels = new LinkedHashMap<>();
    Matcher rows = ROW.matcher(GrafanaFiles.text(Path.of("..", "docs", "metrics.md")));
    while (rows.find()) {
      Set<String> known = new LinkedHashSet<>(EVERYWHERE);
      known.addAll(List.of(rows.group(3).strip().split(",\\s*")));
      Stream<String> suffixes =
          switch (rows.group(2)) {
            case "histogram" -> Stream.of("", "_bucket", "_sum", "_count", "_max");
            case "summary" -> Stream.of("", "_sum", "_count", "_max");
            default -> Stream.of("");
          };
      String name = rows.group(1);
      suffixes.forEach(suffix -> labels.put(name + suffix, known));
    }
    return labels;
  }

  static Stream<String> expressions() {
    return Stream.concat(
        GrafanaFiles.queries().stream()
            .filter(GrafanaFiles.Query::isOfPrometheus)
            .map(GrafanaFiles.Query::text),
        GrafanaFiles.prometheusRules().stream().map(GrafanaFiles.Rule::expression));
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void everyMetricAndEveryLabelOfAnExpressionIsDocumented(String expression) {
    Set<String> labels = new LinkedHashSet<>();
    Matcher metrics = METRIC.matcher(expression);
    while (metrics.find()) {
      assertThat(DOCUMENTED.keySet()).contains(metrics.group(1));
      Set<String> known = DOCUMENTED.get(metrics.group(1));
      labels.addAll(known);
      if (metrics.group(2) != null) {
        assertThat(MATCHER.matcher(metrics.group(2)).results().map(match -> match.group(1)))
            .as(metrics.group())
            .isSubsetOf(known);
      }
    }

    assertThat(
            GROUPING
                .matcher(expression)
                .results()
                .flatMap(grouping -> Stream.of(grouping.group(1).split(",\\s*"))))
        .isSubsetOf(labels.isEmpty() ? EVERYWHERE : labels);
  }
}
