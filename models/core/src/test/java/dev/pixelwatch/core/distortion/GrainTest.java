package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.RgbImage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GrainTest {
  private final RgbImage wall = Scene.flat(128, 96, 0.46f, 0.46f, 0.46f);

  @ParameterizedTest
  @ValueSource(doubles = {0.003, 0.006, 0.012})
  void theNoiseOfASensorIsMeasured(double deviation) {
    RgbImage noisy = SensorNoise.luma(wall, deviation, new SplittableRandom(4));

    assertThat(measured(noisy)).isCloseTo(deviation, within(0.35 * deviation));
  }

  @Test
  void aFlatWallAndASlowRampHaveNone() {
    assertThat(measured(wall)).isZero();
    assertThat(measured(Scene.ramp(128, 96))).isLessThan(0.001);
  }

  @Test
  void textureFromEdgeToEdgeIsNotTakenForStrongNoise() {
    RgbImage rough = SensorNoise.grain(wall, 0.2, new SplittableRandom(4));

    assertThat(measured(rough)).isLessThan(0.02);
  }

  @Test
  void anEdgeIsNotTakenForGrain() {
    assertThat(measured(Scene.edge(128, 96))).isZero();
  }

  @Test
  void theSmallestImageCanBeMeasured() {
    assertThat(measured(Scene.flat(1, 1, 0.5f, 0.5f, 0.5f))).isZero();
  }

  @Test
  void removingTheGrainOfAPhotographIsLessNoise() {
    RgbImage grainy = SensorNoise.luma(wall, 0.012, new SplittableRandom(4));
    Frame frame = Frame.clean(grainy);
    Intensities after = frame.intensities().copy();
    Step step =
        new Step(DistortionType.SMEARING, 0.8, Mask.whole(128, 96), new SplittableRandom(2));

    Notes.of(after, step, frame.image(), Smearing.guided(grainy, 0.06, new SplittableRandom(3)));

    float[] noise = after.relativeTo(frame.intensities()).values();
    float cell = noise[DistortionType.NOISE.ordinal() * 8 * 6 + 11];
    assertThat(2 * (cell - 0.5)).isLessThan(-0.1);
    assertThat(Scene.mean(after.of(DistortionType.SMEARING))).isLessThan(0.15);
  }

  private static double measured(RgbImage image) {
    return Grain.deviation(Luma.of(image), image.width(), image.height());
  }
}
