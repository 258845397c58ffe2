package dev.pixelwatch.tools.evaluation;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.distortion.SeverityCurves;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The severity curves of each type in a panel of its own; the grey diagonal is as it should be. */
final class CalibrationChart {
  private static final int WIDTH = 400;
  private static final int HEIGHT = 300;
  private static final int COLUMNS = 4;
  private static final double[] DIAGONAL = {0, 1};

  private CalibrationChart() {}

  static BufferedImage draw(List<SeverityCurves.Point> points) {
    int rows = (DistortionType.COUNT + COLUMNS - 1) / COLUMNS;
    BufferedImage sheet =
        new BufferedImage(COLUMNS * WIDTH, rows * HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    for (DistortionType type : DistortionType.values()) {
      List<SeverityCurves.Point> own = points.stream().filter(p -> p.type() == type).toList();
      graphics.drawImage(
          BitmapEncoder.getBufferedImage(panel(type, own)),
          type.ordinal() % COLUMNS * WIDTH,
          type.ordinal() / COLUMNS * HEIGHT,
          null);
    }
    graphics.dispose();
    return sheet;
  }

  private static XYChart panel(DistortionType type, List<SeverityCurves.Point> points) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(type.id())
            .xAxisTitle("severity")
            .yAxisTitle("looks as bad as blur of")
            .build();
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNW);
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.5);
    XYSeries wanted = chart.addSeries("as it should be", DIAGONAL, DIAGONAL);
    wanted.setMarker(SeriesMarkers.NONE).setLineColor(Color.LIGHT_GRAY).setShowInLegend(false);
    byVariant(points)
        .forEach(
            (name, curve) -> {
              String label = name.replaceFirst("^" + type.id() + "_", "");
              double[] x = curve.stream().mapToDouble(SeverityCurves.Point::severity).toArray();
              double[] y = curve.stream().mapToDouble(SeverityCurves.Point::asBlur).toArray();
              chart.addSeries(label, x, y).setMarker(SeriesMarkers.NONE);
            });
    return chart;
  }

  private static Map<String, List<SeverityCurves.Point>> byVariant(
      List<SeverityCurves.Point> points) {
    return points.stream()
        .collect(
            Collectors.groupingBy(
                SeverityCurves.Point::variant, LinkedHashMap::new, Collectors.toList()));
  }
}
