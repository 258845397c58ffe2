package dev.pixelwatch.tools.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.distortion.Codec;
import dev.pixelwatch.core.distortion.DistortionEngine;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.HeatMapSeries;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

final class EvaluationPicturesTest {
  @TempDir Path folder;

  @Test
  void whatWasNotMeasuredIsNotDrawn() {
    Path pictures = folder.resolve("pictures");

    assertThat(EvaluationPictures.write(Measured.of(Optional.empty(), Optional.empty()), pictures))
        .isEmpty();
    assertThat(pictures).doesNotExist();
  }

  @Test
  void eachMeasurementHasItsOwnPicture() throws IOException {
    List<Path> written =
        EvaluationPictures.write(
            Measured.of(Optional.of(Measured.evaluation()), Optional.of(Measured.human("a", "b"))),
            folder);

    assertThat(written).containsExactly(folder.resolve("leakage.png"), folder.resolve("human.png"));
    for (Path file : written) {
      BufferedImage picture = ImageIO.read(file.toFile());
      assertThat(picture.getWidth()).isEqualTo(1000);
      assertThat(picture.getRGB(2, 2) & 0xffffff).isEqualTo(0xffffff);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");

    assertThatThrownBy(
            () ->
                EvaluationPictures.write(
                    Measured.of(Optional.empty(), Optional.of(Measured.human("a"))), file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot write " + file.resolve("human.png"));
  }

  @Test
  void aContactSheetThatCannotBeLabelledForLackOfFontsIsTheUsersToMend() {
    Codec withoutFonts =
        failing(new NoClassDefFoundError("Could not initialize sun.awt.X11FontManager"));
    DistortionEngine engine = new DistortionEngine(List.of(withoutFonts));
    Path sheet = folder.resolve("sheet.png");

    assertThatThrownBy(
            () -> EvaluationPictures.writeContactSheet(engine, new RgbImage(32, 32), 1, sheet))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot draw text for " + sheet);
  }

  /** Fails while the sheet is drawn, as the first label does where there are no fonts. */
  private static Codec failing(Error failure) {
    return new Codec() {
      @Override
      public String name() {
        return "failing";
      }

      @Override
      public Picture roundTrip(Picture picture, double coarseness) {
        throw failure;
      }
    };
  }

  @Test
  void theLeakageMatrixReadsFromTopToBottomAndFromLeftToRight() {
    HeatMapSeries series = LeakageChart.of(Measured.evaluation()).getHeatMapSeries();

    assertThat(series.getXData().get(0)).isEqualTo("noise");
    assertThat(series.getXData().get(14)).isEqualTo("tint");
    assertThat(series.getYData().get(14)).as("the top row").isEqualTo("noise");
    assertThat(series.getYData().get(0)).as("the bottom row").isEqualTo("tint");
  }

  @Test
  void everyCellOfTheMatrixHoldsTheAnswerOfItsColumnToItsRowInHundredths() {
    HeatMapSeries series = LeakageChart.of(Measured.evaluation()).getHeatMapSeries();

    assertThat(series.getHeatData()).hasSize(DistortionType.COUNT * DistortionType.COUNT);
    for (Number[] cell : series.getHeatData()) {
      int distortedWith = ordinal(series.getYData().get(cell[1].intValue()));
      int answered = ordinal(series.getXData().get(cell[0].intValue()));
      assertThat(cell[2].doubleValue()).isCloseTo(distortedWith + answered / 100.0, within(1e-9));
    }
  }

  @Test
  void judgedPairsOfEachTypeHaveAColourOfTheirOwn() {
    XYChart chart = HumanChart.of(Measured.human("blur", "jpeg", "blur"));

    assertThat(chart.getSeriesCollection())
        .extracting(XYSeries::getName)
        .containsExactly("blur", "jpeg");
    XYSeries blur = chart.getSeries("blur");
    assertThat(blur.getXData()).containsExactly(-50, -48);
    assertThat(blur.getYData()).containsExactly(-20, -18);
    assertThat(chart.getStyler().isLegendVisible()).isTrue();
  }

  @Test
  void judgedPairsWithoutTypesNeedNoLegend() {
    XYChart chart = HumanChart.of(Measured.human("", "", ""));

    assertThat(chart.getSeriesCollection()).extracting(XYSeries::getName).containsExactly("pairs");
    assertThat(chart.getStyler().isLegendVisible()).isFalse();
  }

  @Test
  void theTitleSaysTheAgreementWithADecimalPointWhereverTheMachineStands() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(HumanChart.of(Measured.human("a", "b")).getTitle())
          .isEqualTo("Network own against people: SRCC 0.813 on 2 pairs");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static int ordinal(Object id) {
    return DistortionType.byId(id.toString()).orElseThrow().ordinal();
  }
}
