package dev.pixelwatch.tools.evaluation;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.training.evaluation.Evaluation;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.style.HeatMapStyler;

/** The leakage matrix as a heat map: what was there in rows, what was answered in columns. */
final class LeakageChart {
  private static final int SIZE = 1000;
  private static final int TICK_SPACING = 20;
  private static final Color[] WHITE_TO_ORANGE = {Color.WHITE, new Color(0xff6a13)};

  private LeakageChart() {}

  static HeatMapChart of(Evaluation evaluation) {
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(SIZE)
            .height(SIZE)
            .title("Mean response to one type alone, in hundredths of intensity")
            .xAxisTitle("answered")
            .yAxisTitle("distorted with")
            .build();
    HeatMapStyler styler = chart.getStyler();
    styler.setRangeColors(WHITE_TO_ORANGE);
    styler.setShowValue(true);
    styler.setHeatMapValueDecimalPattern("0");
    styler.setLegendVisible(false);
    styler.setXAxisLabelRotation(90);
    // Wide spacing would leave out every second name.
    styler.setXAxisTickMarkSpacingHint(TICK_SPACING);
    styler.setYAxisTickMarkSpacingHint(TICK_SPACING);
    styler.setPlotGridLinesVisible(false);
    styler.setChartBackgroundColor(Color.WHITE);
    List<Evaluation.SingleType> rows = new ArrayList<>(evaluation.singleTypes());
    // The chart counts rows from below.
    Collections.reverse(rows);
    chart.addSeries(
        "response",
        Arrays.stream(DistortionType.values()).map(DistortionType::id).toList(),
        rows.stream().map(Evaluation.SingleType::type).toList(),
        cells(rows));
    return chart;
  }

  /** Triples of column, row and value. */
  private static List<Number[]> cells(List<Evaluation.SingleType> rows) {
    List<Number[]> cells = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      List<Double> responses = rows.get(row).responses();
      for (int column = 0; column < responses.size(); column++) {
        cells.add(new Number[] {column, row, 100 * responses.get(column)});
      }
    }
    return cells;
  }
}
