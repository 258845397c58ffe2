package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.RgbImage;
import dev.pixelwatch.core.scene.MovingScene;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SeverityCurvesTest {
  private static final List<SeverityCurves.Point> POINTS = new ArrayList<>();
  private static final List<Double> PROGRESS = new ArrayList<>();

  @BeforeAll
  static void measure() {
    List<RgbImage> scenes =
        List.of(
            Colour.toRgb(new MovingScene(128, 96, 1).frame(0)),
            Colour.toRgb(new MovingScene(128, 96, 2).frame(0)));
    DistortionEngine engine = new DistortionEngine(List.of(new JpegCodec()));
    POINTS.addAll(SeverityCurves.measure(engine, scenes, 1, PROGRESS::add));
  }

  @Test
  void everyTypeHasACurveOfTenPoints() {
    for (DistortionType type : DistortionType.values()) {
      List<SeverityCurves.Point> own = POINTS.stream().filter(p -> p.type() == type).toList();
      long variants = own.stream().map(SeverityCurves.Point::variant).distinct().count();

      assertThat(variants).as(type.id()).isPositive();
      assertThat(own).hasSize((int) (10 * variants));
    }
  }

  @Test
  void aGaussianBlurLooksAsBadAsItself() {
    assertThat(curve("blur_gaussian"))
        .allSatisfy(p -> assertThat(p.asBlur()).isCloseTo(p.severity(), within(1e-6)));
  }

  @Test
  void moreOfADistortionLooksWorse() {
    for (String variant : List.of("noise_bayer", "blur_defocus", "blocking_jpeg", "exposure")) {
      List<SeverityCurves.Point> curve = curve(variant);

      assertThat(curve.get(9).asBlur())
          .as(variant)
          .isGreaterThan(curve.get(4).asBlur())
          .isGreaterThan(curve.get(0).asBlur());
      assertThat(curve.get(9).mdsi()).isGreaterThan(curve.get(0).mdsi());
      assertThat(curve.get(9).haarPsi()).isLessThan(curve.get(0).haarPsi());
    }
  }

  @Test
  void theParameterIsThatOfTheSeverity() {
    SeverityCurves.Point strongest = curve("blur_defocus").get(9);

    assertThat(strongest.severity()).isEqualTo(1);
    assertThat(strongest.parameter()).isCloseTo(4, within(1e-9));
  }

  @Test
  void progressEndsAtTheWhole() {
    assertThat(PROGRESS).isSorted().last().isEqualTo(1.0);
  }

  private static List<SeverityCurves.Point> curve(String variant) {
    return POINTS.stream().filter(p -> p.variant().equals(variant)).toList();
  }
}
