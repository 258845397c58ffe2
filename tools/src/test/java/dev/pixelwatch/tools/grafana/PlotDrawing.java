package dev.pixelwatch.tools.grafana;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Lines over time, with their legend. */
final class PlotDrawing {
  private static final int WIDTH = 400;
  private static final int HEIGHT = 100;
  private static final List<String> COLOURS =
      List.of("#73bf69", "#f2cc0c", "#5794f2", "#ff780a", "#e02f44", "#b877d9", "#8ab8ff");

  private final List<DrawnSeries> series;
  private double low;
  private double high = 1e-9;
  private double begin = Double.MAX_VALUE;
  private double end;

  PlotDrawing(List<DrawnSeries> series) {
    this.series = series;
    for (DrawnSeries one : series) {
      one.points().forEach(this::measure);
    }
  }

  private void measure(JsonNode point) {
    double value = DrawnSeries.value(point);
    if (Double.isFinite(value)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    begin = Math.min(begin, point.get(0).asDouble());
    end = Math.max(end, point.get(0).asDouble());
  }

  String html() {
    StringBuilder paths = new StringBuilder();
    StringBuilder legend = new StringBuilder();
    for (int i = 0; i < series.size(); i++) {
      String colour = COLOURS.get(i % COLOURS.size());
      DrawnSeries one = series.get(i);
      paths.append(
          "<path fill=\"none\" vector-effect=\"non-scaling-stroke\" stroke=\"%s\" d=\"%s\"/>"
              .formatted(colour, path(one)));
      legend.append(
          "<i style=\"color:%s\">%s: %s</i>"
              .formatted(
                  colour, DashboardDrawing.escape(one.legend()), DrawnSeries.number(one.last())));
    }
    return "<svg class=\"plot\" viewBox=\"0 -2 %d %d\" preserveAspectRatio=\"none\">%s</svg><div>%s to %s</div>%s"
        .formatted(
            WIDTH, HEIGHT + 4, paths, DrawnSeries.number(low), DrawnSeries.number(high), legend);
  }

  private String path(DrawnSeries one) {
    return java.util.stream.StreamSupport.stream(one.points().spliterator(), false)
        .filter(point -> Double.isFinite(DrawnSeries.value(point)))
        .map(
            point ->
                "%.1f %.1f"
                    .formatted(
                        (point.get(0).asDouble() - begin) / Math.max(1, end - begin) * WIDTH,
                        (high - DrawnSeries.value(point)) / (high - low) * HEIGHT))
        .collect(Collectors.joining("L", "M", ""));
  }
}
