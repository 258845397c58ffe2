package dev.pixelwatch.tools.grafana;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One series of an answer, with its name in the legend.
 *
 * @param reference name of its query within the panel
 */
record DrawnSeries(String reference, String legend, JsonNode series) {
  static DrawnSeries of(JsonNode target, JsonNode series) {
    String legend = target.path("legendFormat").asString("");
    for (Map.Entry<String, JsonNode> label : series.get("metric").properties()) {
      legend = legend.replace("{{" + label.getKey() + "}}", label.getValue().asString());
    }
    legend = legend.replaceAll("\\{\\{.*?}}", "").strip();
    return new DrawnSeries(
        target.get("refId").asString(), legend.isEmpty() ? labels(series) : legend, series);
  }

  private static String labels(JsonNode series) {
    return series.get("metric").properties().stream()
        .filter(label -> !label.getKey().equals("__name__") && !label.getKey().equals("job"))
        .map(label -> label.getValue().asString())
        .collect(Collectors.joining(" "));
  }

  /** Pairs of seconds and a value. */
  Iterable<JsonNode> points() {
    return series.path("values");
  }

  JsonNode labels() {
    return series.get("metric");
  }

  double last() {
    JsonNode values = series.path("values");
    return value(values.isArray() ? values.get(values.size() - 1) : series.get("value"));
  }

  static double value(JsonNode point) {
    return Double.parseDouble(point.get(1).asString().replace("Inf", "Infinity"));
  }

  static String number(double value) {
    double size = Math.abs(value);
    if (size >= 1e6) {
      return String.format(Locale.ROOT, "%.0f M", value / 1e6);
    }
    if (value == Math.rint(value) || size >= 100) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return String.format(Locale.ROOT, size < 0.1 ? "%.4f" : size < 10 ? "%.2f" : "%.1f", value);
  }
}
