package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.RgbImage;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What every effect on images promises, and what families of them have in common. */
final class EffectTest {
  private final RgbImage scene = Scene.photograph(53, 38);

  @ParameterizedTest
  @EnumSource
  void theInputIsNotWrittenTo(Effect effect) {
    RgbImage input = scene.copy();

    effect.apply(input, 1, 1);

    assertThat(input.planes()).isDeepEqualTo(scene.planes());
  }

  @ParameterizedTest
  @EnumSource
  void theResultSharesNothingWithTheInput(Effect effect) {
    RgbImage input = scene.copy();
    for (float[] plane : effect.apply(input, 0.5, 1).planes()) {
      Arrays.fill(plane, -1);
    }

    assertThat(input.planes()).isDeepEqualTo(scene.planes());
  }

  @ParameterizedTest
  @EnumSource
  void aSeedRepeatsTheResultToTheLastBit(Effect effect) {
    for (int seed = 0; seed < 3; seed++) {
      assertThat(effect.apply(scene, 0.6, seed).planes())
          .isDeepEqualTo(effect.apply(scene, 0.6, seed).planes());
    }
  }

  @ParameterizedTest
  @EnumSource
  void samplesStayInRangeOnTheHardestOfImages(Effect effect) {
    for (int seed = 0; seed < 4; seed++) {
      RgbImage extremes = extremes(31, 22, seed);
      for (double strength : new double[] {0, 1}) {
        for (float[] plane : effect.apply(extremes, strength, seed).planes()) {
          for (float sample : plane) {
            assertThat(sample).isBetween(-1e-5f, 1 + 1e-5f);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everySizeIsKeptDownToOnePixel(Effect effect) {
    int[][] sizes = {{1, 1}, {1, 9}, {9, 1}, {2, 2}, {3, 17}, {17, 3}, {16, 15}};
    for (int[] size : sizes) {
      RgbImage out = effect.apply(Scene.photograph(size[0], size[1]), 1, 5);

      assertThat(out.width()).isEqualTo(size[0]);
      assertThat(out.height()).isEqualTo(size[1]);
      for (float[] plane : out.planes()) {
        assertThat(plane).hasSize(size[0] * size[1]).doesNotContain(Float.NaN);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyStepOfStrengthMovesTheImageFurtherAway(Effect effect) {
    double last = 0;
    for (double strength : new double[] {0, 0.33, 0.67, 1}) {
      double change = 0;
      for (int seed = 0; seed < 6; seed++) {
        change += distance(scene, effect.apply(scene, strength, seed));
      }

      assertThat(change).as("strength %s", strength).isGreaterThan(last);
      last = change;
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "GAUSSIAN_BLUR",
        "DEFOCUS",
        "MOTION_BLUR",
        "LOWER_RESOLUTION",
        "GHOST",
        "GHOST_EDGES",
        "INTERLACE",
        "NEAREST",
        "LINE_SKIPPING",
        "ZIPPER",
        "GUIDED",
        "BILATERAL",
        "NON_LOCAL",
        "MEDIAN",
        "FINE_SHARPENING",
        "WIDE_SHARPENING"
      })
  void aFlatSurfaceHasNoDetailToLose(Effect effect) {
    RgbImage flat = Scene.flat(29, 18, 0.9f, 0.35f, 0.1f);
    for (int seed = 0; seed < 3; seed++) {
      RgbImage out = effect.apply(flat, 1, seed);
      for (int plane = 0; plane < 3; plane++) {
        // Less than a code value of 8 bits.
        assertThat(Scene.largestStep(flat.planes()[plane], out.planes()[plane]))
            .isLessThan(1.0 / 255);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "BRIGHTER",
        "DARKER",
        "WARMER",
        "COOLER",
        "MAGENTA",
        "GREENER",
        "MORE_CONTRAST",
        "LESS_CONTRAST",
        "MORE_CURVED_CONTRAST",
        "LESS_CURVED_CONTRAST",
        "MORE_SATURATION",
        "LESS_SATURATION",
        "BIT_DEPTH"
      })
  void toneAndColourOfAPixelDependOnThatPixelAlone(Effect effect) {
    RgbImage cutThenDistorted = effect.apply(scene.crop(11, 7, 20, 15), 0.8, 1);
    RgbImage distortedThenCut = effect.apply(scene, 0.8, 2).crop(11, 7, 20, 15);

    assertThat(cutThenDistorted.planes()).isDeepEqualTo(distortedThenCut.planes());
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "MOTION_BLUR",
        "GHOST",
        "GHOST_EDGES",
        "INTERLACE",
        "SENSOR_NOISE",
        "GRAIN",
        "COLOUR_NOISE",
        "BLOTCHES",
        "NEAREST",
        "LINE_SKIPPING",
        "FINE_SHARPENING",
        "WIDE_SHARPENING",
        "LOWER_RESOLUTION",
        "DITHERED"
      })
  void anotherSeedGivesAnotherResult(Effect effect) {
    boolean differs = false;
    for (int seed = 1; seed < 5; seed++) {
      differs |= distance(effect.apply(scene, 1, 0), effect.apply(scene, 1, seed)) > 0;
    }

    assertThat(differs).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "GAUSSIAN_BLUR",
        "DEFOCUS",
        "GUIDED",
        "BILATERAL",
        "NON_LOCAL",
        "FINE_SHARPENING",
        "WIDE_SHARPENING",
        "CONTOURS",
        "BIT_DEPTH",
        "MORE_CURVED_CONTRAST",
        "WARMER"
      })
  void neitherSideIsPreferred(Effect effect) {
    for (double strength : new double[] {0.2, 1}) {
      RgbImage mirrored = mirrored(effect.apply(mirrored(scene), strength, 3));
      RgbImage turned = transposed(effect.apply(transposed(scene), strength, 3));
      RgbImage straight = effect.apply(scene, strength, 3);

      for (int plane = 0; plane < 3; plane++) {
        assertThat(Scene.largestStep(straight.planes()[plane], mirrored.planes()[plane]))
            .isLessThan(2e-4);
        assertThat(Scene.largestStep(straight.planes()[plane], turned.planes()[plane]))
            .isLessThan(2e-4);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {
        "ZIPPER", // Its colours are what a demosaic does to a grey edge.
        "COLOUR_NOISE",
        "BLOTCHES",
        "WARMER",
        "COOLER",
        "MAGENTA",
        "GREENER"
      })
  void aGreySceneStaysGrey(Effect effect) {
    RgbImage grey = Tone.saturation(scene, -1, new SplittableRandom(1));

    RgbImage out = effect.apply(grey, 1, 4);

    assertThat(Scene.largestStep(out.red(), out.green())).isLessThan(1e-4);
    assertThat(Scene.largestStep(out.blue(), out.green())).isLessThan(1e-4);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "COLOUR_NOISE",
        "BLOTCHES",
        "MORE_SATURATION",
        "LESS_SATURATION",
      })
  void distortionsOfColourLeaveLumaAlone(Effect effect) {
    RgbImage out = effect.apply(extremes(40, 30, 9), 1, 4);

    assertThat(Scene.largestStep(Luma.of(out), Luma.of(extremes(40, 30, 9)))).isLessThan(1e-4);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "GHOST_EDGES",
        "SENSOR_NOISE",
        "GRAIN",
        "GUIDED",
        "BILATERAL",
        "NON_LOCAL",
        "MEDIAN",
        "MORE_CONTRAST",
        "LESS_CURVED_CONTRAST",
        "FINE_SHARPENING",
        "WIDE_SHARPENING",
        "CONTOURS"
      })
  void distortionsOfLumaLeaveColourAlone(Effect effect) {
    // Weak enough that nothing is clipped.
    RgbImage out = effect.apply(scene, 0.1, 4);

    for (float squared : Difference.between(scene, out).chroma()) {
      assertThat(squared).isCloseTo(0, within(1e-9f));
    }
  }

  /** Black, white and full colours, pixel by pixel. */
  private static RgbImage extremes(int width, int height, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RgbImage image = new RgbImage(width, height);
    for (float[] plane : image.planes()) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = random.nextInt(2);
      }
    }
    return image;
  }

  /** Root mean square difference of all samples. */
  private static double distance(RgbImage a, RgbImage b) {
    double squares = 0;
    for (int plane = 0; plane < 3; plane++) {
      for (int i = 0; i < a.red().length; i++) {
        squares += Math.pow(a.planes()[plane][i] - b.planes()[plane][i], 2);
      }
    }
    return Math.sqrt(squares / (3 * a.red().length));
  }

  private static RgbImage mirrored(RgbImage image) {
    RgbImage out = new RgbImage(image.width(), image.height());
    int w = image.width();
    for (int plane = 0; plane < 3; plane++) {
      for (int i = 0; i < image.red().length; i++) {
        out.planes()[plane][i] = image.planes()[plane][i - i % w + w - 1 - i % w];
      }
    }
    return out;
  }

  private static RgbImage transposed(RgbImage image) {
    RgbImage out = new RgbImage(image.height(), image.width());
    for (int plane = 0; plane < 3; plane++) {
      for (int i = 0; i < image.red().length; i++) {
        int to = i % image.width() * image.height() + i / image.width();
        out.planes()[plane][to] = image.planes()[plane][i];
      }
    }
    return out;
  }
}
