package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a stage did to detail, measured, and what the map says of it. */
final class DetailChangeTest {
  private final RgbImage scene = Scene.photograph(96, 64);
  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void anUntouchedFrameKeepsAllOfItsDetail() {
    DetailChange change = DetailChange.between(scene, scene);

    for (int cell = 0; cell < change.kept().length; cell++) {
      assertThat(change.kept()[cell]).isCloseTo(1, within(1e-4f));
      assertThat(change.lost()[cell]).isCloseTo(0, within(1e-5f));
      assertThat(change.artefacts()[cell]).isCloseTo(0, within(1e-5f));
    }
  }

  @Test
  void lessContrastIsLostDetailWithoutArtefacts() {
    DetailChange change = DetailChange.between(scene, contrast(0.4f));

    for (int cell = 0; cell < change.kept().length; cell++) {
      assertThat(change.kept()[cell]).isCloseTo(0.4f, within(0.01f));
      assertThat(change.artefacts()[cell]).isCloseTo(0, within(1e-4f));
      assertThat(change.lost()[cell]).isPositive();
    }
  }

  @Test
  void moreContrastLosesNothing() {
    DetailChange change = DetailChange.between(scene, contrast(1.3f));

    assertThat(change.kept()).containsOnly(1f);
    assertThat(change.lost()).containsOnly(0f);
  }

  @Test
  void addedNoiseIsAllArtefact() {
    RgbImage noisy = SensorNoise.luma(scene, 0.04, random);

    DetailChange change = DetailChange.between(scene, noisy);

    assertThat(Scene.mean(change.kept())).isGreaterThan(0.9);
    assertThat(Scene.mean(change.artefacts())).isBetween(0.02, 0.06);
  }

  @Test
  void blurLosesMoreThanItAdds() {
    DetailChange change = DetailChange.between(scene, Optics.gaussianBlur(scene, 1.5, random));

    assertThat(Scene.mean(change.kept())).isLessThan(0.6);
    assertThat(Scene.mean(change.lost())).isGreaterThan(2 * Scene.mean(change.artefacts()));
  }

  @Test
  void aFlatWallHasNoDetailToLose() {
    RgbImage wall = Scene.flat(32, 32, 0.4f, 0.4f, 0.4f);

    DetailChange change = DetailChange.between(wall, Optics.gaussianBlur(wall, 2, random));

    assertThat(change.kept()).containsOnly(1f);
    assertThat(change.lost()[0]).isCloseTo(0, within(1e-5f));
  }

  @Test
  void aCodecThatOnlyRemovesGrainIsNotCalledBlocking() {
    RgbImage wall = Scene.flat(64, 64, 0.45f, 0.45f, 0.45f);
    Picture grainy = picture(SensorNoise.grain(wall, 0.012, random));
    Intensities seen = new Intensities(64, 64);

    Notes.ofCodec(seen, step(DistortionType.BLOCKING, 0.6, 64), grainy, picture(wall));

    assertThat(mean(seen, DistortionType.BLOCKING)).isLessThan(0.05);
    assertThat(mean(seen, DistortionType.SMEARING)).isGreaterThan(0.1);
  }

  @Test
  void coarseJpegIsBlockingFirst() {
    Picture clean = picture(scene);
    Intensities seen = new Intensities(96, 64);
    Step step = new Step(DistortionType.BLOCKING, 0.7, Mask.whole(96, 64), new SplittableRandom(2));

    Notes.ofCodec(seen, step, clean, new JpegCodec().roundTrip(clean, 0.9));

    assertThat(mean(seen, DistortionType.BLOCKING))
        .isGreaterThan(1.5 * mean(seen, DistortionType.SMEARING))
        .isGreaterThan(0.4);
  }

  @Test
  void denoisingOfANoisyWallIsLessNoiseAndNoSmearing() {
    RgbImage wall = Scene.flat(64, 64, 0.45f, 0.45f, 0.45f);
    double deviation = Severity.NOISE_BAYER.parameter(0.5);
    Intensities seen = new Intensities(64, 64);
    seen.add(DistortionType.NOISE, 1, filled(16, 0.5f));

    Notes.of(
        seen,
        step(DistortionType.SMEARING, 0.8, 64),
        SensorNoise.luma(wall, deviation, random),
        wall);

    assertThat(mean(seen, DistortionType.NOISE)).isLessThan(0.1);
    assertThat(mean(seen, DistortionType.SMEARING)).isLessThan(0.35);
  }

  @Test
  void coarseLevelsAreBandingOnAGradientAndNotInTexture() {
    Intensities ramp = new Intensities(96, 64);
    Intensities texture = new Intensities(96, 64);
    RgbImage gradient = Scene.ramp(96, 64);
    RgbImage rough = SensorNoise.grain(gradient, 0.08, random);
    Step step = new Step(DistortionType.BANDING, 0.8, Mask.whole(96, 64), new SplittableRandom(3));

    Notes.of(ramp, step, gradient, Banding.bitDepth(gradient, 0.1, random));
    Notes.of(texture, step, rough, Banding.bitDepth(rough, 0.1, random));

    assertThat(mean(ramp, DistortionType.BANDING)).isGreaterThan(0.6);
    assertThat(mean(texture, DistortionType.BANDING)).isLessThan(0.4);
  }

  private static Step step(DistortionType type, double severity, int side) {
    return new Step(type, severity, Mask.whole(side, side), new SplittableRandom(2));
  }

  private static double mean(Intensities frame, DistortionType type) {
    return Scene.mean(frame.of(type));
  }

  private static float[] filled(int cells, float value) {
    float[] values = new float[cells];
    Arrays.fill(values, value);
    return values;
  }

  private RgbImage contrast(float slope) {
    RgbImage out = scene.copy();
    for (float[] plane : out.planes()) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = 0.4f + slope * (plane[i] - 0.4f);
      }
    }
    return out;
  }

  private static Picture picture(RgbImage image) {
    return Colour.toPicture(image, ColourMatrix.BT709, ColourRange.LIMITED);
  }
}
