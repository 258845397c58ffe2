package dev.pixelwatch.tools.grafana;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A dashboard as one HTML page: its panels where they stand, filled with what Prometheus answered.
 * It is not Grafana, and only resembles it: lines, numbers, bars and tables.
 */
final class DashboardDrawing {
  private static final int CELL_HEIGHT = 34;
  private static final String STYLE =
      """
      body{margin:8px;background:#111217;color:#ccccdc;font:13px sans-serif}
      h1{font-size:16px;margin:0 0 8px} main{position:relative}
      section{position:absolute;box-sizing:border-box;border:1px solid #2c3235;background:#181b1f;
        padding:6px;overflow:hidden}
      h2{font-size:12px;font-weight:500;margin:0 0 4px} b{font-size:24px;font-weight:500}
      svg.plot{width:100%;height:calc(100% - 74px)} i{font-style:normal;margin-right:10px}
      table{border-collapse:collapse;width:100%} td,th{text-align:left;padding:2px 6px}
      meter{width:60%} img{height:calc(100% - 22px)} small{color:#8e8e9c}
      """;

  /** What came of a query. */
  record Answer(GrafanaFiles.Query query, JsonNode series) {}

  private final String name;
  private final JsonNode dashboard;
  private final Map<String, String> pictures;
  private final List<Answer> answers;

  /**
   * @param pictures the SVG of the live picture of each stream
   */
  DashboardDrawing(
      String name, JsonNode dashboard, Map<String, String> pictures, List<Answer> answers) {
    this.name = name;
    this.dashboard = dashboard;
    this.pictures = pictures;
    this.answers = answers;
  }

  String html() {
    StringBuilder panels = new StringBuilder();
    int bottom = 0;
    for (JsonNode panel : dashboard.get("panels")) {
      JsonNode place = panel.get("gridPos");
      bottom = Math.max(bottom, place.get("y").asInt() + place.get("h").asInt());
      panels.append(
          "<section style=\"left:%.3f%%;top:%dpx;width:%.3f%%;height:%dpx\"><h2>%s</h2>%s</section>"
              .formatted(
                  place.get("x").asInt() / 0.24,
                  place.get("y").asInt() * CELL_HEIGHT,
                  place.get("w").asInt() / 0.24 - 0.3,
                  place.get("h").asInt() * CELL_HEIGHT - 6,
                  escape(panel.get("title").asString()),
                  contents(panel)));
    }
    return """
        <!doctype html><meta charset=utf-8><title>%s</title><style>%s</style>
        <h1>%s <small>drawn from the answers of Prometheus, not by Grafana</small></h1>
        <main style="height:%dpx">%s</main>
        """
        .formatted(
            name, STYLE, escape(dashboard.get("title").asString()), bottom * CELL_HEIGHT, panels);
  }

  private String contents(JsonNode panel) {
    List<DrawnSeries> series = series(panel);
    return switch (panel.get("type").asString()) {
      case "text" -> "<img src=\"" + picture("cam1") + "\">";
      case "stat" -> stat(panel, series);
      case "bargauge" -> bars(series);
      case "table" -> new TableDrawing(panel, series, this::picture).html();
      case "logs" -> "<small>from Loki, which was not there</small>";
      default -> new PlotDrawing(series).html();
    };
  }

  private String picture(String stream) {
    byte[] svg = pictures.get(stream).getBytes(UTF_8);
    return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg);
  }

  private List<DrawnSeries> series(JsonNode panel) {
    List<DrawnSeries> series = new ArrayList<>();
    for (JsonNode target : panel.path("targets")) {
      answers.stream()
          .filter(answer -> answer.query().dashboard().equals(name))
          .filter(answer -> answer.query().panel().equals(panel.get("title").asString()))
          .filter(answer -> answer.query().text().equals(target.get("expr").asString()))
          .filter(answer -> answer.query().instant() == target.path("instant").asBoolean(false))
          .findFirst()
          .ifPresent(
              answer -> answer.series().forEach(one -> series.add(DrawnSeries.of(target, one))));
    }
    return series;
  }

  private static String stat(JsonNode panel, List<DrawnSeries> series) {
    if (series.isEmpty()) {
      return "<b>" + escape(panel.at("/fieldConfig/defaults/noValue").asString()) + "</b>";
    }
    DrawnSeries first = series.get(0);
    return panel.at("/options/textMode").asString().equals("name")
        ? "<b>" + escape(first.legend()) + "</b>"
        : "<b>%s</b> <small>%s</small>"
            .formatted(escape(mapped(panel, first.last())), escape(first.legend()));
  }

  /** The number, or the words that the panel has for it. */
  private static String mapped(JsonNode panel, double value) {
    for (JsonNode mapping : panel.at("/fieldConfig/defaults/mappings")) {
      JsonNode options = mapping.get("options");
      if (mapping.get("type").asString().equals("value")) {
        JsonNode words = options.path(Integer.toString((int) value));
        if (words.isObject()) {
          return words.get("text").asString();
        }
      } else if (value >= options.get("from").asDouble(Double.NEGATIVE_INFINITY)
          && value <= options.get("to").asDouble(Double.POSITIVE_INFINITY)) {
        return options.at("/result/text").asString();
      }
    }
    return DrawnSeries.number(value);
  }

  private static String bars(List<DrawnSeries> series) {
    return series.stream()
        .map(
            one ->
                "<tr><td>%s<td><meter min=-1 max=1 value=\"%s\"></meter> %s"
                    .formatted(escape(one.legend()), one.last(), DrawnSeries.number(one.last())))
        .collect(Collectors.joining("", "<table>", "</table>"));
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
