package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SensorGainsTest {
  private final SplittableRandom random = new SplittableRandom(1);
  private final RgbImage scene = Scene.photograph(40, 30);

  @Test
  void oneStopDoublesTheLight() {
    RgbImage dark = Scene.flat(2, 2, 0.4f, 0.3f, 0.2f);

    RgbImage brighter = SensorGains.exposure(dark, 1, random);

    assertThat(Colour.toLinear(brighter.red()[0]))
        .isCloseTo(2 * Colour.toLinear(0.4f), within(0.002f));
    assertThat(Colour.toLinear(brighter.blue()[3]))
        .isCloseTo(2 * Colour.toLinear(0.2f), within(0.002f));
  }

  @Test
  void aFullSensorClipsAtWhite() {
    RgbImage brighter = SensorGains.exposure(Scene.flat(1, 1, 0.9f, 0.9f, 0.9f), 2, random);

    assertThat(brighter.red()[0]).isCloseTo(1, within(1e-4f));
  }

  @Test
  void fewerStopsAreDarker() {
    assertThat(Scene.mean(Luma.of(SensorGains.exposure(scene, -1, random))))
        .isLessThan(Scene.mean(Luma.of(scene)) - 0.1);
  }

  @Test
  void warmerHasMoreRedAndLessBlueAndCoolerTheOpposite() {
    double before = Scene.mean(scene.red()) / Scene.mean(scene.blue());
    RgbImage warm = SensorGains.warmth(scene, 0.5, random);
    RgbImage cool = SensorGains.warmth(scene, -0.5, random);

    assertThat(Scene.mean(warm.red()) / Scene.mean(warm.blue())).isGreaterThan(1.1 * before);
    assertThat(Scene.mean(cool.red()) / Scene.mean(cool.blue())).isLessThan(before / 1.1);
  }

  @Test
  void aWarmerGreyIsTheColourOfACoolerBlackBody() {
    // 46.2 mired from 6500 K is 5000 K, whose linear sRGB over that of 6500 K is
    // (1.164, 0.976, 0.737).
    RgbImage warm = SensorGains.warmth(Scene.flat(1, 1, 0.5f, 0.5f, 0.5f), 0.462, random);
    float red = Colour.toLinear(warm.red()[0]);
    float green = Colour.toLinear(warm.green()[0]);
    float blue = Colour.toLinear(warm.blue()[0]);

    assertThat(red / green).isCloseTo(1.164f / 0.976f, within(0.01f));
    assertThat(blue / green).isCloseTo(0.737f / 0.976f, within(0.01f));
  }

  @Test
  void magentaHasLessGreenAndGreenMore() {
    assertThat(Scene.mean(SensorGains.tint(scene, 0.3, random).green()))
        .isLessThan(Scene.mean(scene.green()));
    assertThat(Scene.mean(SensorGains.tint(scene, -0.3, random).green()))
        .isGreaterThan(Scene.mean(scene.green()));
  }

  @Test
  void whiteBalanceKeepsTheLuminanceOfEveryPixel() {
    RgbImage tinted = SensorGains.tint(scene, 0.4, random);
    RgbImage warm = SensorGains.warmth(scene, 1, random);

    float[] before = luminance(scene);
    assertThat(Scene.largestStep(before, luminance(tinted))).isLessThan(0.002);
    assertThat(Scene.largestStep(before, luminance(warm))).isLessThan(0.002);
  }

  @Test
  void whiteStaysWhite() {
    RgbImage white = SensorGains.warmth(Scene.flat(1, 1, 1, 1, 1), 1, random);

    assertThat(white.blue()[0]).isCloseTo(1, within(1e-3f));
  }

  private static float[] luminance(RgbImage image) {
    return Luma.of(LightTables.linear(image));
  }

  @Test
  void theOppositeChangeTakesAChangeBack() {
    // Dark enough that nothing is clipped on the way.
    RgbImage dark = SensorGains.exposure(scene, -1.2, random);
    RgbImage exposed = SensorGains.exposure(SensorGains.exposure(dark, 0.7, random), -0.7, random);
    RgbImage warmed = SensorGains.warmth(SensorGains.warmth(dark, 0.5, random), -0.5, random);
    RgbImage tinted = SensorGains.tint(SensorGains.tint(dark, 0.3, random), -0.3, random);

    for (int plane = 0; plane < 3; plane++) {
      float[] before = dark.planes()[plane];
      assertThat(Scene.largestStep(before, exposed.planes()[plane])).isLessThan(0.002);
      assertThat(Scene.largestStep(before, warmed.planes()[plane])).isLessThan(0.002);
      assertThat(Scene.largestStep(before, tinted.planes()[plane])).isLessThan(0.002);
    }
  }

  @Test
  void halfAStopTwiceIsAStop() {
    RgbImage twice = SensorGains.exposure(SensorGains.exposure(scene, -0.5, random), -0.5, random);

    assertThat(Scene.largestStep(twice.green(), SensorGains.exposure(scene, -1, random).green()))
        .isLessThan(0.002);
  }

  @Test
  void exposureKeepsTheRatiosOfTheChannels() {
    RgbImage darker = LightTables.linear(SensorGains.exposure(scene, -1.4, random));
    RgbImage before = LightTables.linear(scene);
    for (int i = 0; i < before.red().length; i++) {
      assertThat(darker.red()[i] * before.green()[i])
          .isCloseTo(darker.green()[i] * before.red()[i], within(2e-4f));
    }
  }

  @Test
  void blackStaysBlackUnderEveryGain() {
    RgbImage black = new RgbImage(2, 2);
    for (RgbImage image :
        new RgbImage[] {
          SensorGains.exposure(black, 1.4, random),
          SensorGains.warmth(black, -1, random),
          SensorGains.tint(black, 0.4, random)
        }) {
      for (float[] plane : image.planes()) {
        assertThat(plane).containsOnly(0);
      }
    }
  }

  @Test
  void tintLeavesTheBalanceOfRedAndBlue() {
    RgbImage grey = Scene.flat(1, 1, 0.5f, 0.5f, 0.5f);
    for (double tint : new double[] {-0.4, 0.1, 0.4}) {
      RgbImage tinted = LightTables.linear(SensorGains.tint(grey, tint, random));

      assertThat(tinted.red()[0]).isCloseTo(tinted.blue()[0], within(1e-4f));
      assertThat(Math.log(tinted.red()[0] / tinted.green()[0])).isCloseTo(tint, within(0.01));
    }
  }

  @Test
  void aColourDrivenOutOfTheGamutKeepsItsLuminanceAndStaysInside() {
    RgbImage orange = Scene.flat(1, 1, 1, 0.75f, 0.3f);

    RgbImage warm = SensorGains.warmth(orange, 1, random);

    assertThat(luminance(warm)[0]).isCloseTo(luminance(orange)[0], within(0.002f));
    assertThat(warm.red()[0]).isLessThanOrEqualTo(1 + 1e-6f);
  }
}
