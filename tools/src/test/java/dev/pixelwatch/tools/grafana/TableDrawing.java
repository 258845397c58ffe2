package dev.pixelwatch.tools.grafana;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A table with a row for each set of labels that the queries share, as Grafana's merging makes. */
final class TableDrawing {
  private static final Comparator<Map<String, Double>> WORST_FIRST =
      Comparator.comparingDouble(
          row -> row.getOrDefault("Value #score", -row.getOrDefault("Value #size", 0.0)));

  private final JsonNode panel;
  private final Function<String, String> pictures;
  private final Map<String, Map<String, String>> labels = new TreeMap<>();
  private final Map<String, Map<String, Double>> values = new TreeMap<>();

  /**
   * @param pictures the image of a stream, as the source of an element
   */
  TableDrawing(JsonNode panel, List<DrawnSeries> series, Function<String, String> pictures) {
    this.panel = panel;
    this.pictures = pictures;
    for (DrawnSeries one : series) {
      JsonNode names = one.labels();
      String row =
          names.has("stream") ? names.get("stream").asString() : names.get("type").asString();
      Map<String, String> cells = labels.computeIfAbsent(row, name -> new TreeMap<>());
      names.properties().forEach(name -> cells.put(name.getKey(), name.getValue().asString()));
      values
          .computeIfAbsent(row, name -> new TreeMap<>())
          .put("Value #" + one.reference(), one.last());
    }
  }

  String html() {
    JsonNode organised = panel.at("/transformations/1/options");
    List<String> columns = List.copyOf(organised.get("indexByName").propertyNames());
    StringBuilder html = new StringBuilder("<table><tr>");
    for (String column : columns) {
      html.append("<th>").append(organised.at("/renameByName").path(column).asString(column));
    }
    labels.keySet().stream()
        .sorted(Comparator.comparing(values::get, WORST_FIRST))
        .forEach(row -> html.append(row(row, columns)));
    return html.append("</table>").toString();
  }

  private String row(String row, List<String> columns) {
    StringBuilder html = new StringBuilder("<tr>");
    for (String column : columns) {
      html.append("<td>");
      if (column.equals("picture")) {
        html.append("<img style=\"height:70px\" src=\"%s\">".formatted(pictures.apply(row)));
      } else if (values.get(row).containsKey(column)) {
        double value = values.get(row).get(column);
        html.append(
            column.equals("Value #state") && value == 1 ? "live" : DrawnSeries.number(value));
      } else {
        html.append(DashboardDrawing.escape(labels.get(row).getOrDefault(column, "")));
      }
    }
    return html.toString();
  }
}
