package dev.pixelwatch.tools.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.MapPalette;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** What the charts show, read back from the page and held against the frames. */
class TimeChartsTest {
  @Test
  void theScoreOfEveryFrameIsInTheChart() {
    List<FrameResult> results = Runs.eventful();

    Element chart = draw(results).all("//div[@class='score']/div[@class='chart']").get(0);

    assertThat(values(chart, results.size()))
        .containsExactly(results.stream().mapToDouble(FrameResult::score).toArray(), within(0.01));
  }

  @Test
  void eachStrongTypeHasAChartOfItsIntensityTheStrongestFirst() {
    List<FrameResult> results = Runs.eventful();
    Page page = draw(results);

    assertThat(page.texts("//div[@class='small']/div/h3")).containsExactly("blocking", "exposure");
    List<Element> charts = page.all("//div[@class='small']//div[@class='chart']");
    assertThat(values(charts.get(1), results.size()))
        .containsExactly(intensities(results, DistortionType.EXPOSURE), within(0.001));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, -10, 10", "-3, 4, -10, 10", "-61, -2, -70, 10", "-10, 35.5, -10, 40"})
  void theAxisHoldsEveryScoreAndEndsOnRoundPoints(
      double lowest, double highest, double low, double high) {
    List<FrameResult> results =
        List.of(Runs.scored(0, lowest, Map.of()), Runs.scored(1, highest, Map.of()));

    Element chart = draw(results).all("//div[@class='chart']").get(0);

    assertThat(axis(chart)).containsExactly(high, 0.0, low);
    assertThat(values(chart, 2)).containsExactly(new double[] {lowest, highest}, within(0.01));
  }

  @Test
  void theStripHasARowForEveryTypeInTheColourOfEachFrame() {
    List<FrameResult> results = Runs.random(3, 90);
    Timeline timeline = new Timeline(results);
    Page page = draw(results);

    assertThat(page.texts("//div[@class='strip']/span[text()]"))
        .containsExactlyElementsOf(
            Arrays.stream(DistortionType.values()).map(HeatStrip::words).toList());
    List<Element> rows = page.all("//div[@class='strip']/img");
    for (DistortionType type : DistortionType.values()) {
      double[] expected = timeline.extremes(result -> result.intensity(type));
      BufferedImage row = Page.image(rows.get(type.ordinal()));
      assertThat(row.getWidth()).isEqualTo(expected.length);
      for (int x = 0; x < expected.length; x++) {
        int colour = Double.isNaN(expected[x]) ? 0x40808080 : MapPalette.argb(expected[x]);
        assertThat(row.getRGB(x, 0)).as("%s in column %d", type, x).isEqualTo(colour);
      }
    }
  }

  @Test
  void theStripSaysItsRangeToThoseWhoCannotSeeIt() {
    List<String> texts = draw(Runs.eventful()).attributes("//div[@class='strip']/img", "alt");

    assertThat(texts.get(DistortionType.BLOCKING.ordinal()))
        .isEqualTo("blocking over time, from 0.00 to +0.65");
    assertThat(texts.get(DistortionType.CHROMA_NOISE.ordinal()))
        .isEqualTo("chroma noise over time, from 0.00 to 0.00");
  }

  @Test
  void oneFrameFillsTheWholeChart() {
    Page page = draw(List.of(Runs.scored(9, -4, Map.of())));

    DrawnCurve line = DrawnCurve.of(page.attributes("//path[@class='line']", "d").get(0));
    assertThat(line.runs()).hasSize(1);
    assertThat(line.runs().get(0)).extracting(DrawnCurve.Point::x).containsExactly(0.0, 0.5, 1.0);
  }

  @Test
  void theChartOfALongRunShowsItsWorstFrame() {
    List<FrameResult> results = new ArrayList<>(Runs.identical(30_000));
    results.set(22_222, Runs.scored(22_222, -88, Map.of(DistortionType.CORRUPTION, -0.9)));

    Page page = draw(results);

    double[] scores = values(page.all("//div[@class='chart']").get(0), Timeline.MOST_COLUMNS);
    assertThat(Arrays.stream(scores).min().orElseThrow()).isCloseTo(-88, within(0.01));
    assertThat(page.texts("//div[@class='strip']/div[@class='x']/span")).first().isEqualTo("0.0 s");
  }

  private static Page draw(List<FrameResult> results) {
    Summary summary = Summary.of(Runs.info(), results);
    return Page.ofPieces(TimeCharts.draw(summary, new Timeline(results)));
  }

  /** What the chart's line says by the numbers at its axis. */
  private static double[] values(Element chart, int columns) {
    List<Double> axis = axis(chart);
    String path = "";
    for (int i = 0; i < chart.getElementsByTagName("path").getLength(); i++) {
      Element element = (Element) chart.getElementsByTagName("path").item(i);
      path = element.getAttribute("class").equals("line") ? element.getAttribute("d") : path;
    }
    return DrawnCurve.of(path).values(columns, axis.get(axis.size() - 1), axis.get(0));
  }

  /** The numbers at the left edge, from the top. */
  private static List<Double> axis(Element chart) {
    Element labels = (Element) chart.getElementsByTagName("div").item(0);
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < labels.getElementsByTagName("span").getLength(); i++) {
      numbers.add(Double.parseDouble(labels.getElementsByTagName("span").item(i).getTextContent()));
    }
    return numbers;
  }

  private static double[] intensities(List<FrameResult> results, DistortionType type) {
    return results.stream()
        .mapToDouble(r -> r.isScored() ? r.intensity(type) : Double.NaN)
        .toArray();
  }
}
