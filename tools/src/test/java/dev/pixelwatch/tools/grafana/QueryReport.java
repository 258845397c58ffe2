package dev.pixelwatch.tools.grafana;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What was asked and what came of it, to read and to draw. */
final class QueryReport {
  private final Map<String, String> pictures;

  private final List<String> lines =
      new ArrayList<>(
          List.of(
              "| dashboard | panel | query | series | last value of the first |",
              "|---|---|---|---|---|"));
  private final List<DashboardDrawing.Answer> answers = new ArrayList<>();

  /**
   * @param pictures the SVG of the live picture of each stream
   */
  QueryReport(Map<String, String> pictures) {
    this.pictures = pictures;
  }

  void add(GrafanaFiles.Query query, String expression, JsonNode series) {
    String last = series.isEmpty() ? "none" : series.get(0).get("metric") + " " + last(series);
    line(query, expression, Integer.toString(series.size()), last);
    answers.add(new DashboardDrawing.Answer(query, series));
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

  /** Writes {@code queries.md} and a drawing of each dashboard to a folder. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("queries.md"), String.join("\n", lines) + "\n");
    for (Map.Entry<String, JsonNode> dashboard : GrafanaFiles.dashboards().entrySet()) {
      Files.writeString(
          folder.resolve(dashboard.getKey() + ".html"),
          new DashboardDrawing(dashboard.getKey(), dashboard.getValue(), pictures, answers).html());
    }
  }
}
