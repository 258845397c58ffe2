package dev.pixelwatch.tools.grafana;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What was asked and what came of it, to read and to draw. */
final class QueryReport {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<String> lines =
      new ArrayList<>(
          List.of(
              "| dashboard | panel | query | series | last value of the first |",
              "|---|---|---|---|---|"));
  private final ArrayNode results = JSON.createArrayNode();

  void add(GrafanaFiles.Query query, String expression, JsonNode series) {
    String last = series.isEmpty() ? "none" : series.get(0).get("metric") + " " + last(series);
    line(query, expression, Integer.toString(series.size()), last);
    results
        .addObject()
        .put("dashboard", query.dashboard())
        .put("panel", query.panel())
        .put("query", query.text())
        .set("series", series);
  }

  void leftOut(GrafanaFiles.Query query, String reason) {
    line(query, query.text(), "left out", reason);
  }

  private void line(GrafanaFiles.Query query, String expression, String series, String last) {
    lines.add(
        "| %s | %s | `%s` | %s | %s |"
            .formatted(
                query.dashboard(),
                query.panel(),
                expression.replace("|", "\\|"),
                series,
                last.replace("|", "\\|")));
  }

  private static String last(JsonNode series) {
    JsonNode first = series.get(0);
    JsonNode values = first.path("values");
    JsonNode value = values.isArray() ? values.get(values.size() - 1) : first.get("value");
    return value.get(1).asString();
  }

  /** Writes {@code queries.md} and {@code results.json} to a folder. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("queries.md"), String.join("\n", lines) + "\n");
    Files.writeString(folder.resolve("results.json"), results.toString());
  }
}
