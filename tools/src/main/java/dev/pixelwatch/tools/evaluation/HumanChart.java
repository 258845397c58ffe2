package dev.pixelwatch.tools.evaluation;

import dev.pixelwatch.training.evaluation.HumanAgreement;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;

/** Score against human score: one dot for each judged pair, one colour for each type. */
final class HumanChart {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 750;
  private static final int DOT = 6;

  private HumanChart() {}

  static XYChart of(HumanAgreement human) {
    HumanAgreement.Measure network = human.network();
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(
                String.format(
                    Locale.ROOT,
                    "Network %s against people: SRCC %.3f on %d pairs",
                    network.label(),
                    network.all(),
                    human.points().size()))
            .xAxisTitle("human score (DMOS with a minus sign, or MOS; better to the right)")
            .yAxisTitle("score in points (0 = as good as the reference)")
            .build();
    XYStyler styler = chart.getStyler();
    styler.setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    styler.setMarkerSize(DOT);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setLegendVisible(human.hasTypes());
    human.pairs().keySet().forEach(type -> addDots(chart, human, type));
    return chart;
  }

  private static void addDots(XYChart chart, HumanAgreement human, String type) {
    List<HumanAgreement.Point> dots =
        human.points().stream().filter(point -> point.type().equals(type)).toList();
    chart.addSeries(
        // The chart refuses series without a name.
        type.isEmpty() ? "pairs" : type,
        dots.stream().map(HumanAgreement.Point::quality).toList(),
        dots.stream().map(HumanAgreement.Point::score).toList());
  }
}
