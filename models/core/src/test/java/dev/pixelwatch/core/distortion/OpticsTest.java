package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.RgbImage;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Blur as a lens makes it: on linear light. */
final class OpticsTest {
  private static final int SIDE = 41;

  @ParameterizedTest
  @EnumSource(names = {"GAUSSIAN_BLUR", "DEFOCUS", "MOTION_BLUR"})
  void aPointOfLightIsSpreadAndNoneOfItIsLost(Effect blur) {
    for (int seed = 0; seed < 5; seed++) {
      RgbImage light = LightTables.linear(blur.apply(point(), 1, seed));
      for (float[] plane : light.planes()) {
        assertThat(plane.length * Scene.mean(plane)).isCloseTo(1, within(0.02));
        assertThat(plane[SIDE / 2 * SIDE + SIDE / 2]).isLessThan(0.2f);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GAUSSIAN_BLUR", "DEFOCUS", "MOTION_BLUR"})
  void blackAndWhiteLinesMixToHalfTheLightNotToHalfTheCode(Effect blur) {
    RgbImage lines = new RgbImage(40, 40);
    for (int i = 0; i < lines.red().length; i++) {
      for (float[] plane : lines.planes()) {
        plane[i] = (i % 40 + i / 40) % 2;
      }
    }

    RgbImage blurred = blur.apply(lines, 1, 4);

    assertThat(blurred.green()[20 * 40 + 20]).isCloseTo(Colour.toEncoded(0.5f), within(0.03f));
  }

  @Test
  void twoBlursAreOneOfTheRootOfTheSumOfTheirSquares() {
    RgbImage scene = Scene.photograph(64, 48);
    SplittableRandom random = new SplittableRandom(1);

    RgbImage twice = Optics.gaussianBlur(Optics.gaussianBlur(scene, 1.2, random), 1.6, random);
    RgbImage once = Optics.gaussianBlur(scene, 2, random);

    // The border is repeated once more on the way.
    assertThat(Scene.largestStep(twice.crop(8, 8, 48, 32).green(), once.crop(8, 8, 48, 32).green()))
        .isLessThan(0.01);
  }

  @Test
  void blurIsAddedLightByLight() {
    RgbImage scene = Scene.photograph(48, 32);
    RgbImage half = scaled(scene, 0.5f);

    float[] whole = LightTables.linear(Optics.defocus(scene, 2.5, new SplittableRandom(1))).red();
    float[] halved = LightTables.linear(Optics.defocus(half, 2.5, new SplittableRandom(1))).red();

    for (int i = 0; i < whole.length; i++) {
      assertThat(halved[i]).isCloseTo(whole[i] / 2, within(3e-4f));
    }
  }

  @Test
  void motionGoesEveryWayAcrossTheSeeds() {
    int across = 0;
    int along = 0;
    for (int seed = 0; seed < 20; seed++) {
      float[] light = Optics.motionBlur(point(), 9, new SplittableRandom(seed)).red();
      across += light[SIDE / 2 * SIDE + SIDE / 2 + 3] > 0.01f ? 1 : 0;
      along += light[(SIDE / 2 + 3) * SIDE + SIDE / 2] > 0.01f ? 1 : 0;
    }

    assertThat(across).isBetween(1, 10);
    assertThat(along).isBetween(1, 10);
  }

  @Test
  void aLensBlursEveryChannelAlike() {
    RgbImage grey = Scene.edge(32, 8);
    RgbImage red = grey.copy();
    Arrays.fill(red.green(), 0.1f);

    float[] alone = Optics.gaussianBlur(red, 1.5, new SplittableRandom(1)).red();

    assertThat(alone).isEqualTo(Optics.gaussianBlur(grey, 1.5, new SplittableRandom(1)).red());
  }

  /** One white pixel on black. */
  private static RgbImage point() {
    RgbImage image = new RgbImage(SIDE, SIDE);
    for (float[] plane : image.planes()) {
      plane[SIDE / 2 * SIDE + SIDE / 2] = 1;
    }
    return image;
  }

  private static RgbImage scaled(RgbImage image, float light) {
    RgbImage linear = LightTables.linear(image);
    for (float[] plane : linear.planes()) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] *= light;
      }
    }
    return LightTables.encoded(linear);
  }
}
