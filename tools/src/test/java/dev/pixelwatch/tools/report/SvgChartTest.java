package dev.pixelwatch.tools.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SvgChartTest {
  private static final double[] LABELS = {30, 0, -70};

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyValueIsDrawnInItsColumnAndNothingElse(long seed) {
    double[] values = values(seed, 60);

    DrawnCurve line = curve(draw(values), "line");

    assertThat(line.values(60, -70, 30)).containsExactly(values, within(0.01));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aGapBreaksTheLineAndEachPieceSpansItsColumnsInFull(long seed) {
    double[] values = values(seed, 60);

    List<String> drawn = new ArrayList<>();
    for (List<DrawnCurve.Point> run : curve(draw(values), "line").runs()) {
      drawn.add(Math.round(run.get(0).x()) + " to " + Math.round(run.get(run.size() - 1).x()));
    }

    List<String> expected = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        int from = i;
        while (i + 1 < values.length && !Double.isNaN(values[i + 1])) {
          i++;
        }
        expected.add(from + " to " + (i + 1));
      }
    }
    assertThat(drawn).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theAreasLieBetweenTheLineAndZeroEachOnItsSide(long seed) {
    double[] values = values(seed, 40);
    Page chart = draw(values);

    double[] better = curve(chart, "plus").values(40, -70, 30);
    double[] worse = curve(chart, "minus").values(40, -70, 30);

    assertThat(better)
        .containsExactly(DoubleStream.of(values).map(v -> Math.max(v, 0)).toArray(), within(0.01));
    assertThat(worse)
        .containsExactly(DoubleStream.of(values).map(v -> Math.min(v, 0)).toArray(), within(0.01));
  }

  @Test
  void anAreaBeginsAndEndsAtZero() {
    for (List<DrawnCurve.Point> run : curve(draw(values(7, 40)), "minus").runs()) {
      assertThat(run.get(0).y()).isCloseTo(30, within(0.01));
      assertThat(run.get(run.size() - 2).y()).isCloseTo(30, within(0.01));
      assertThat(run.get(run.size() - 1)).isEqualTo(run.get(0));
    }
  }

  @Test
  void whatLiesBeyondTheAxisIsDrawnAtItsEdge() {
    double[] drawn =
        curve(draw(new double[] {-500, 0, 500}), "line").values(3, LABELS[2], LABELS[0]);

    assertThat(drawn).containsExactly(new double[] {-70, 0, 30}, within(0.01));
  }

  @Test
  void everyLabelStandsAtItsLine() {
    Page chart = draw(new double[] {-5, 3});

    assertThat(chart.texts("//div[@class='y']/span")).containsExactly("+30", "0", "-70");
    assertThat(chart.attributes("//div[@class='y']/span", "style"))
        .containsExactly("top:0.0%", "top:30.0%", "top:100.0%");
    assertThat(chart.attributes("//path[@class='grid' or @class='zero']", "d"))
        .containsExactly("M0 0.00H2", "M0 30.00H2", "M0 100.00H2");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "4, 4", "5, 5", "300, 5", "5000, 5"})
  void theTimeAxisRunsFromTheFirstToTheLastColumn(int frames, int labels) {
    Timeline timeline = new Timeline(Runs.identical(frames));

    Page axis = Page.ofPieces(SvgChart.timeAxis(timeline));

    List<String> times = axis.texts("//span");
    assertThat(times).hasSize(labels).first().isEqualTo("0.0 s");
    assertThat(times)
        .last()
        .isEqualTo(Numbers.text("%.1f s", timeline.seconds(timeline.size() - 1)));
    assertThat(times.stream().map(t -> Double.parseDouble(t.substring(0, t.length() - 2))))
        .isSorted();
    if (labels > 1) {
      assertThat(axis.attributes("//span", "style")).first().isEqualTo("left:0.0%");
      assertThat(axis.attributes("//span", "style")).last().isEqualTo("left:100.0%");
    }
  }

  @Test
  void aDescriptionIsKeptAsItIs() {
    String words = "\"less\" < 'more' & <svg>";

    Page chart = Page.ofPieces(chart(2).draw(new double[] {1, 2}, LABELS, words));

    assertThat(chart.attributes("//svg", "aria-label")).containsExactly(words);
  }

  /** Values within the axis with gaps of any length. */
  private static double[] values(long seed, int count) {
    Random random = new Random(seed);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextInt(4) == 0 ? Double.NaN : 100 * random.nextDouble() - 70;
    }
    return values;
  }

  private static Page draw(double[] values) {
    return Page.ofPieces(chart(values.length).draw(values, LABELS, "a chart"));
  }

  private static SvgChart chart(int columns) {
    List<FrameResult> results = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      results.add(Runs.scored(i, 0, Map.of()));
    }
    return new SvgChart(new Timeline(results), -70, 30);
  }

  private static DrawnCurve curve(Page chart, String name) {
    return DrawnCurve.of(chart.attributes("//path[@class='" + name + "']", "d").get(0));
  }
}
