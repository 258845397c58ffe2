package dev.pixelwatch.tools.evaluation;

import dev.pixelwatch.core.UserError;
import java.awt.Color;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The curve of a training run: losses on the left axis, correlation on the right. */
final class TrainingChart {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 600;
  private static final double SECONDS_PER_HOUR = 3600;

  /** Losses start ten times as high as they end. */
  private static final double HEADROOM = 2.5;

  private TrainingChart() {}

  /**
   * @param csv the log that training wrote
   * @throws UserError if it cannot be read
   */
  static XYChart of(Path csv) {
    List<CSVRecord> rows = read(csv);
    double[] hours = column(rows, "seconds");
    for (int i = 0; i < hours.length; i++) {
      hours[i] /= SECONDS_PER_HOUR;
    }
    double[] pearson = column(rows, "validation_pearson");
    double[] validation = column(rows, "validation_loss");
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title(rows, validation, pearson))
            .xAxisTitle("hours of training")
            .yAxisTitle("map loss")
            .build();
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setYAxisMin(0, 0.0);
    chart.getStyler().setYAxisMax(0, HEADROOM * validation[validation.length - 1]);
    chart.getStyler().setYAxisMin(1, 0.0);
    chart.getStyler().setYAxisMax(1, 1.0);
    chart.getStyler().setYAxisGroupPosition(1, Styler.YAxisPosition.Right);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
    chart.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal);
    chart.setYAxisGroupTitle(1, "Pearson of predicted and true maps");
    line(chart, "training loss", hours, column(rows, "map_loss"), 0);
    line(chart, "validation loss", hours, validation, 0);
    line(chart, "validation Pearson (right axis)", hours, pearson, 1);
    return chart;
  }

  private static String title(List<CSVRecord> rows, double[] loss, double[] pearson) {
    int last = rows.size() - 1;
    return String.format(
        Locale.ROOT,
        "Training, step %s: validation loss %.4f, map Pearson %.3f",
        rows.get(last).get("step"),
        loss[last],
        pearson[last]);
  }

  private static void line(XYChart chart, String name, double[] x, double[] y, int axis) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setMarker(SeriesMarkers.NONE);
    series.setYAxisGroup(axis);
  }

  private static double[] column(List<CSVRecord> rows, String name) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.get(name))).toArray();
  }

  private static List<CSVRecord> read(Path csv) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(csv);
        CSVParser parser = format.parse(reader)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UserError("cannot read " + csv, "Check the path.", e);
    }
  }
}
