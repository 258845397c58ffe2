package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SensorNoiseTest {
  private static final float MID = 0.46f;
  private final RgbImage grey = Scene.flat(128, 128, MID, MID, MID);
  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void lumaNoiseHasTheDeviationAskedForAtMidGrey() {
    assertThat(lumaDeviation(SensorNoise.luma(grey, 0.04, random))).isCloseTo(0.04, within(0.006));
    assertThat(lumaDeviation(SensorNoise.lumaOfThreeSensors(grey, 0.04, random)))
        .isCloseTo(0.04, within(0.002));
    assertThat(lumaDeviation(SensorNoise.grain(grey, 0.04, random))).isCloseTo(0.04, within(0.006));
  }

  @Test
  void chromaNoiseHasTheDeviationAskedForAtMidGrey() {
    assertThat(chromaDeviation(SensorNoise.blotches(grey, 0.04, random)))
        .isCloseTo(0.04, within(0.006));
    assertThat(chromaDeviation(SensorNoise.chroma(grey, 0.03, random)))
        .isCloseTo(0.03, within(0.006));
    assertThat(chromaDeviation(SensorNoise.chromaOfThreeSensors(grey, 0.03, random)))
        .isCloseTo(0.03, within(0.002));
  }

  @Test
  void lumaNoiseLeavesGreyGrey() {
    RgbImage noisy = SensorNoise.luma(grey, 0.05, random);

    assertThat(Scene.largestStep(noisy.red(), noisy.green())).isLessThan(1e-6);
    assertThat(Scene.largestStep(noisy.red(), noisy.blue())).isLessThan(1e-6);
  }

  @Test
  void chromaNoiseLeavesLumaWithinRounding() {
    RgbImage scene = Scene.photograph(96, 64);
    Picture before = Colour.toPicture(scene, ColourMatrix.BT709, ColourRange.LIMITED);
    for (RgbImage noisy :
        new RgbImage[] {
          SensorNoise.chroma(scene, 0.05, random),
          SensorNoise.chromaOfThreeSensors(scene, 0.05, random),
          SensorNoise.blotches(scene, 0.08, random)
        }) {
      Picture after = Colour.toPicture(noisy, ColourMatrix.BT709, ColourRange.LIMITED);

      for (int i = 0; i < before.luma().length; i++) {
        assertThat(after.luma()[i] & 0xff).isCloseTo(before.luma()[i] & 0xff, within(1));
      }
      assertThat(after.cr()).isNotEqualTo(before.cr());
    }
  }

  @Test
  void theVarianceOfShotNoiseGrowsWithTheLight() {
    double dark = lightDeviation(0.3f);
    double bright = lightDeviation(0.6f);
    double expected = Math.sqrt(Colour.toLinear(0.6f) / Colour.toLinear(0.3f));

    assertThat(bright / dark).isCloseTo(expected, within(0.25));
  }

  @Test
  void noiseThroughTheMosaicIsCorrelatedBetweenNeighbours() {
    assertThat(neighbourCorrelation(SensorNoise.luma(grey, 0.03, random))).isGreaterThan(0.1);
  }

  @Test
  void noiseOfThreeSensorsIsNot() {
    assertThat(neighbourCorrelation(SensorNoise.lumaOfThreeSensors(grey, 0.03, random)))
        .isCloseTo(0, within(0.03));
  }

  private static double neighbourCorrelation(RgbImage noisy) {
    float[] noise = Luma.of(noisy);
    double product = 0;
    double power = 0;
    for (int i = 1; i < noise.length; i++) {
      product += (noise[i] - MID) * (noise[i - 1] - MID);
      power += (noise[i] - MID) * (noise[i] - MID);
    }
    return product / power;
  }

  @Test
  void everySampleStaysInRange() {
    RgbImage extremes = Scene.edge(64, 64);
    for (int i = 0; i < extremes.red().length; i++) {
      extremes.red()[i] = i % 2;
    }
    for (float sample : SensorNoise.blotches(extremes, 0.2, random).red()) {
      assertThat(sample).isBetween(-1e-6f, 1 + 1e-6f);
    }
  }

  private double lightDeviation(float level) {
    RgbImage flat = Scene.flat(128, 128, level, level, level);
    RgbImage noisy = LightTables.linear(SensorNoise.luma(flat, 0.01, random));
    return Scene.deviation(LightTables.linear(flat).green(), noisy.green());
  }

  private double lumaDeviation(RgbImage noisy) {
    return Scene.deviation(Luma.of(grey), Luma.of(noisy));
  }

  /** Root mean square of the two chroma channels. */
  private double chromaDeviation(RgbImage noisy) {
    float[] squares = Difference.between(grey, noisy).chroma();
    return Math.sqrt(Scene.mean(squares) / 2);
  }

  @Test
  void noiseHasNoPreferenceForBrighterOrDarker() {
    assertThat(Scene.mean(SensorNoise.grain(grey, 0.05, random).green()))
        .isCloseTo(MID, within(0.002));
    assertThat(Scene.mean(SensorNoise.luma(grey, 0.03, random).green()))
        .isCloseTo(MID, within(0.005));
  }

  @Test
  void grainIsTheSameOnAllChannelsWhateverTheColour() {
    RgbImage colour = Scene.flat(40, 30, 0.7f, 0.4f, 0.3f);
    RgbImage noisy = SensorNoise.grain(colour, 0.03, random);
    for (int i = 0; i < noisy.red().length; i++) {
      assertThat(noisy.red()[i] - 0.7f).isCloseTo(noisy.blue()[i] - 0.3f, within(1e-6f));
    }
  }

  @Test
  void grainFadesTowardsBlackAndWhite() {
    double middle = grainAt(0.4f);

    assertThat(grainAt(0.02f)).isLessThan(0.7 * middle);
    assertThat(grainAt(0.97f)).isLessThan(0.7 * middle);
  }

  @Test
  void twiceTheDeviationIsTwiceTheNoise() {
    for (RgbEffect noise : new RgbEffect[] {SensorNoise::luma, SensorNoise::grain}) {
      double once = lumaDeviation(noise.apply(grey, 0.01, new SplittableRandom(5)));
      double twice = lumaDeviation(noise.apply(grey, 0.02, new SplittableRandom(5)));

      assertThat(twice / once).isCloseTo(2, within(0.05));
    }
  }

  @Test
  void twoFramesDoNotShareTheirNoise() {
    float[] one = Luma.of(SensorNoise.luma(grey, 0.03, new SplittableRandom(1)));
    float[] other = Luma.of(SensorNoise.luma(grey, 0.03, new SplittableRandom(2)));
    double product = 0;
    double power = 0;
    for (int i = 0; i < one.length; i++) {
      product += (one[i] - MID) * (other[i] - MID);
      power += (one[i] - MID) * (one[i] - MID);
    }

    assertThat(product / power).isCloseTo(0, within(0.05));
  }

  @Test
  void colourNoiseGoesEveryWayAroundGrey() {
    // Large enough for many of the largest blotches.
    RgbImage wide = Scene.flat(512, 512, MID, MID, MID);
    RgbImage noisy = SensorNoise.blotches(wide, 0.05, random);
    for (float[] plane : noisy.planes()) {
      assertThat(Scene.mean(plane)).isCloseTo(MID, within(0.005));
      assertThat(Scene.deviation(wide.red(), plane)).isGreaterThan(0.01);
    }
  }

  private static double grainAt(float level) {
    RgbImage flat = Scene.flat(64, 64, level, level, level);
    return Scene.deviation(
        flat.red(), SensorNoise.grain(flat, 0.005, new SplittableRandom(3)).red());
  }
}
