package dev.pixelwatch.tools.grafana;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of {@code dashboards/}, read as they are shipped. */
final class GrafanaFiles {
  static final Path FOLDER = Path.of("..", "dashboards").toAbsolutePath().normalize();
  static final Path RULES = FOLDER.resolve("prometheus-rules.yml");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What is asked of a data source.
   *
   * @param dashboard its file without extension
   * @param panel title of the panel, annotation or variable
   * @param source {@code prometheus} or {@code loki}
   * @param instant whether the newest value is asked for, and not a range
   */
  record Query(String dashboard, String panel, String source, String text, boolean instant) {
    boolean isOfPrometheus() {
      return source.equals("prometheus");
    }

    @Override
    public String toString() {
      return dashboard + " / " + panel + ": " + text;
    }
  }

  /**
   * An alert rule of either system.
   *
   * @param labels and annotations as they are written
   */
  record Rule(
      String group,
      String name,
      String expression,
      String holdFor,
      Map<String, String> labels,
      Map<String, String> annotations) {}

  private GrafanaFiles() {}

  /** Dashboards by the name of their file, without extension. */
  static Map<String, JsonNode> dashboards() {
    Map<String, JsonNode> dashboards = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .forEach(
              file ->
                  dashboards.put(
                      file.getFileName().toString().replace(".json", ""),
                      JSON.readTree(text(file))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return dashboards;
  }

  /** What panels and annotations ask. */
  static List<Query> queries() {
    List<Query> queries = new ArrayList<>();
    dashboards()
        .forEach(
            (name, dashboard) -> {
              for (JsonNode panel : dashboard.get("panels")) {
                for (JsonNode target : panel.path("targets")) {
                  queries.add(query(name, panel.get("title").asString(), target));
                }
              }
              for (JsonNode annotation : dashboard.at("/annotations/list")) {
                if (annotation.has("expr")) {
                  queries.add(query(name, annotation.get("name").asString(), annotation));
                }
              }
            });
    return queries;
  }

  private static Query query(String dashboard, String title, JsonNode target) {
    return new Query(
        dashboard,
        title,
        target.at("/datasource/type").asString(),
        target.get("expr").asString(),
        target.path("instant").asBoolean(false));
  }

  static List<Rule> prometheusRules() {
    List<Rule> rules = new ArrayList<>();
    for (Map<String, Object> group : list(yaml(RULES).get("groups"))) {
      for (Map<String, Object> rule : list(group.get("rules"))) {
        rules.add(
            new Rule(
                (String) group.get("name"),
                (String) rule.get("alert"),
                (String) rule.get("expr"),
                (String) rule.getOrDefault("for", "0s"),
                strings(rule.get("labels")),
                strings(rule.get("annotations"))));
      }
    }
    return rules;
  }

  static List<Rule> grafanaRules() {
    List<Rule> rules = new ArrayList<>();
    for (Map<String, Object> group :
        list(yaml(FOLDER.resolve("grafana-rules.yml")).get("groups"))) {
      for (Map<String, Object> rule : list(group.get("rules"))) {
        Map<String, Object> query = list(rule.get("data")).get(0);
        rules.add(
            new Rule(
                (String) group.get("name"),
                (String) rule.get("title"),
                (String) map(query.get("model")).get("expr"),
                (String) rule.get("for"),
                strings(rule.get("labels")),
                strings(rule.get("annotations"))));
      }
    }
    return rules;
  }

  static Map<String, Object> yaml(Path file) {
    return map(new Load(LoadSettings.builder().build()).loadFromString(text(file)));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked") // YAML's mappings have text as keys here.
  static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }

  @SuppressWarnings("unchecked") // As above.
  static List<Map<String, Object>> list(Object node) {
    return (List<Map<String, Object>>) node;
  }

  private static Map<String, String> strings(Object node) {
    Map<String, String> strings = new LinkedHashMap<>();
    map(node).forEach((name, value) -> strings.put(name, String.valueOf(value)));
    return strings;
  }
}
