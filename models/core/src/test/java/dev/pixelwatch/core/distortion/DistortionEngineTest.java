package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DistortionEngineTest {
  private static final Set<DistortionType> HIDES_GRAIN =
      Set.of(
          DistortionType.BLUR,
          DistortionType.SMEARING,
          DistortionType.BLOCKING,
          DistortionType.CORRUPTION);

  private final DistortionEngine engine = new DistortionEngine(List.of(new JpegCodec()));
  private final RgbImage clean = Scene.photograph(96, 80);

  @ParameterizedTest
  @EnumSource(DistortionType.class)
  void aTypeMovesItsOwnChannelAndNoOther(DistortionType type) {
    for (int seed = 0; seed < 8; seed++) {
      // Texture hides contours.
      RgbImage image = type == DistortionType.BANDING ? Scene.ramp(96, 80) : clean;
      DistortionMap map = mapOf(image, step(type, 0.8, seed));

      for (DistortionType other : DistortionType.values()) {
        if (other == type) {
          assertThat(map.meanIntensity(other)).as("%s, seed %d", other, seed).isGreaterThan(0.05);
        } else if (type == DistortionType.BLOCKING && other == DistortionType.SMEARING) {
          assertThat(map.meanIntensity(other)).as("detail that a codec loses").isLessThan(0.5);
        } else if (HIDES_GRAIN.contains(type) && other == DistortionType.NOISE) {
          assertThat(map.meanIntensity(other)).as("grain that went").isBetween(-0.2, 0.0);
        } else {
          assertThat(map.meanIntensity(other)).as("%s, seed %d", other, seed).isZero();
        }
      }
    }
  }

  @Test
  void aCodecThatDoesNotTakeSoLargeAPictureIsNotDrawn() {
    DistortionEngine some = new DistortionEngine(List.of(new JpegCodec(), new Small()));

    for (int seed = 0; seed < 30; seed++) {
      some.apply(clean, DistortionType.BLOCKING, 0.5, seed);
      some.apply(clean, DistortionType.CORRUPTION, 0.5, seed);
      some.encode(Colour.toPicture(clean, ColourMatrix.BT709, ColourRange.LIMITED), 0.5, seed);
    }
  }

  /** A codec for pictures of up to 64 pixels a side. */
  private static final class Small implements Codec {
    @Override
    public String name() {
      return "small";
    }

    @Override
    public boolean takes(int width, int height) {
      return width <= 64 && height <= 64;
    }

    @Override
    public Picture roundTrip(Picture picture, double coarseness) {
      throw new IllegalStateException("cannot open the encoder");
    }

    @Override
    public Optional<Picture> withBitErrors(
        Picture picture, double coarseness, int bits, SplittableRandom random) {
      return Optional.of(roundTrip(picture, coarseness));
    }
  }

  @Test
  void variantsOnPicturesSeeWhatIsWhiterThanWhiteAsWhite() {
    Picture white = grey((byte) 235);
    Picture whiter = grey((byte) 254);

    for (Variant<PictureEffect> variant : engine.variants()) {
      if (variant.type() != DistortionType.BLOCKING
          && variant.type() != DistortionType.CORRUPTION) {
        double parameter = variant.curve().parameter(variant.type().isTwoSided() ? -0.5 : 0.5);
        assertThat(variant.effect().apply(whiter, parameter, new SplittableRandom(1)))
            .as(variant.name())
            .isEqualTo(variant.effect().apply(white, parameter, new SplittableRandom(1)));
      }
    }
  }

  private static Picture grey(byte luma) {
    byte[] samples = new byte[64 * 64];
    Arrays.fill(samples, luma);
    byte[] chroma = new byte[32 * 32];
    Arrays.fill(chroma, (byte) 128);
    return new Picture(
        64, 64, samples, chroma, chroma.clone(), ColourMatrix.BT709, ColourRange.LIMITED);
  }

  @Test
  void whiteNoiseIsWhiteAndThatOfASensorIsNot() {
    DistortionEngine white =
        new DistortionEngine(List.of(new JpegCodec()), Set.of(Simplification.WHITE_NOISE));

    assertThat(neighbourCorrelation(white)).isCloseTo(0, within(0.03));
    assertThat(neighbourCorrelation(engine)).isGreaterThan(0.1);
  }

  @Test
  void linearSeverityHasTheSameEndsAndAnotherMiddle() {
    DistortionEngine linear =
        new DistortionEngine(List.of(new JpegCodec()), Set.of(Simplification.LINEAR_SEVERITY));

    assertThat(linear.apply(clean, DistortionType.BLUR, 1, 3))
        .isEqualTo(engine.apply(clean, DistortionType.BLUR, 1, 3));
    assertThat(linear.apply(clean, DistortionType.BLUR, 0.5, 3))
        .isNotEqualTo(engine.apply(clean, DistortionType.BLUR, 0.5, 3));
  }

  /** Correlation of luma noise between pixels side by side. */
  private static double neighbourCorrelation(DistortionEngine engine) {
    RgbImage ramp = Scene.ramp(96, 80);
    Picture before = Colour.toPicture(ramp, ColourMatrix.BT709, ColourRange.LIMITED);
    double products = 0;
    double squares = 0;
    for (int seed = 0; seed < 8; seed++) {
      Picture after = engine.apply(ramp, DistortionType.NOISE, 0.8, seed);
      double last = 0;
      for (int i = 0; i < before.luma().length; i++) {
        double noise = (after.luma()[i] & 0xff) - (before.luma()[i] & 0xff);
        products += last * noise;
        squares += noise * noise;
        last = noise;
      }
    }
    return products / squares;
  }

  @ParameterizedTest
  @EnumSource(DistortionType.class)
  void aTypeChangesThePictureAndASeedRepeatsIt(DistortionType type) {
    Picture once = engine.apply(clean, type, 0.5, 42);

    assertThat(once)
        .isEqualTo(engine.apply(clean, type, 0.5, 42))
        .isNotEqualTo(Frame.clean(clean).picture());
  }

  @ParameterizedTest
  @EnumSource(DistortionType.class)
  void aGreaterSeverityChangesThePictureMore(DistortionType type) {
    assertThat(totalChange(type, 0.15)).isLessThan(totalChange(type, 0.9));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 2", "17, 33", "16, 1", "2, 40"})
  void everyTypeTakesAnySize(int width, int height) {
    RgbImage small = Scene.photograph(width, height);
    for (DistortionType type : DistortionType.values()) {
      for (int seed = 0; seed < 6; seed++) {
        Picture picture = engine.apply(small, type, 1, seed);

        assertThat(picture.width()).isEqualTo(width);
        assertThat(picture.height()).isEqualTo(height);
      }
    }
  }

  @Test
  void severityZeroGivesTheCleanPicture() {
    for (DistortionType type : DistortionType.values()) {
      assertThat(engine.apply(clean, type, 0, 7))
          .isEqualTo(Colour.toPicture(clean, ColourMatrix.BT709, ColourRange.LIMITED));
    }
  }

  @Test
  void noiseCannotBeTakenFromACleanPhotograph() {
    assertThatThrownBy(() -> engine.apply(clean, DistortionType.NOISE, -0.5, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("noise")
        .hasMessageContaining("-0.5");
  }

  @Test
  void aSeverityThatIsNoNumberOrTooLargeIsRefused() {
    for (double severity : new double[] {Double.NaN, 1.01, -1.01}) {
      assertThatThrownBy(() -> engine.apply(clean, DistortionType.TINT, severity, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("tint");
    }
  }

  @Test
  void anEngineWithoutACodecIsRefused() {
    assertThatThrownBy(() -> new DistortionEngine(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("codec");
  }

  @Test
  void aDarkerFrameHasANegativeExposure() {
    assertThat(mapOf(step(DistortionType.EXPOSURE, -0.6, 1)).meanIntensity(DistortionType.EXPOSURE))
        .isCloseTo(-0.6, within(0.1));
  }

  @Test
  void whereTheMaskIsZeroNothingIsTouchedBeforeTheCodec() {
    Mask mask = Mask.perlin(96, 80, 30, 0.4, 0.1, new SplittableRandom(5));
    for (DistortionType type : DistortionType.values()) {
      if (type == DistortionType.BLOCKING || type == DistortionType.CORRUPTION) {
        continue;
      }
      RgbImage distorted =
          engine
              .distort(
                  Frame.clean(clean), List.of(new Step(type, 0.9, mask, new SplittableRandom(3))))
              .image();

      for (int i = 0; i < clean.red().length; i++) {
        if (mask.weight(i) == 0) {
          assertThat(distorted.red()[i]).as("%s at %d", type, i).isEqualTo(clean.red()[i]);
          assertThat(distorted.blue()[i]).as("%s at %d", type, i).isEqualTo(clean.blue()[i]);
        }
      }
    }
  }

  @Test
  void theMapIsNeutralInCellsThatTheMaskDoesNotReach() {
    Mask mask = Mask.perlin(96, 80, 60, 0.3, 0, new SplittableRandom(9));
    Step step = new Step(DistortionType.NOISE, 1, mask, new SplittableRandom(3));

    DistortionMap map = mapOf(step);

    float[] reached = mask.cellMeans();
    assertThat(reached).contains(0f);
    for (int cell = 0; cell < reached.length; cell++) {
      float value = map.value(DistortionType.NOISE, cell / 6, cell % 6);
      assertThat(value).isCloseTo(0.5f + 0.5f * reached[cell], within(0.1f));
      if (reached[cell] == 0) {
        assertThat(value).isEqualTo(0.5f);
      }
    }
  }

  @Test
  void aFlatPatchIsNotCalledBlurredSmearedOrSharpened() {
    RgbImage wall = Scene.flat(64, 64, 0.6f, 0.5f, 0.4f);
    // A dither speckles what lies between its levels, which are a fifth apart at the coarsest.
    RgbImage onLevels = Scene.flat(64, 64, 0.6f, 0.6f, 0.4f);
    for (DistortionType type :
        List.of(
            DistortionType.BLUR,
            DistortionType.SMEARING,
            DistortionType.OVERSHARPENING,
            DistortionType.ALIASING,
            DistortionType.GHOSTING,
            DistortionType.BANDING)) {
      for (int seed = 0; seed < 6; seed++) {
        RgbImage flat = type == DistortionType.BANDING ? onLevels : wall;
        assertThat(mapOf(flat, step(flat, type, 1, seed)).meanIntensity(type))
            .as("%s, seed %d", type, seed)
            .isLessThan(0.02);
      }
    }
  }

  @Test
  void greyIsNotCalledMoreOrLessColourful() {
    RgbImage grey = Scene.ramp(64, 64);

    DistortionMap map = mapOf(grey, step(grey, DistortionType.SATURATION, -1, 1));

    assertThat(map.meanIntensity(DistortionType.SATURATION)).isCloseTo(0, within(1e-4));
  }

  @Test
  void whiteCannotBecomeBrighter() {
    RgbImage white = Scene.flat(32, 32, 1, 1, 1);

    DistortionMap map = mapOf(white, step(white, DistortionType.EXPOSURE, 1, 1));

    assertThat(map.meanIntensity(DistortionType.EXPOSURE)).isCloseTo(0, within(1e-4));
  }

  @Test
  void blurTakesAwayTheNoiseThatWasThere() {
    Frame noisy = engine.distort(Frame.clean(clean), List.of(step(DistortionType.NOISE, 0.6, 1)));
    Frame blurred = engine.distort(noisy.asInput(), List.of(step(DistortionType.BLUR, 0.8, 2)));

    DistortionMap map = blurred.intensities().relativeTo(noisy.intensities());

    assertThat(map.meanIntensity(DistortionType.BLUR)).isGreaterThan(0.2);
    assertThat(map.meanIntensity(DistortionType.NOISE)).isLessThan(-0.2);
  }

  @Test
  void stepsAreTakenInTheOrderOfTheCameraWhateverTheOrderOfTheList() {
    Frame oneWay =
        engine.distort(
            Frame.clean(clean),
            List.of(step(DistortionType.BLUR, 0.7, 1), step(DistortionType.NOISE, 0.5, 2)));
    Frame otherWay =
        engine.distort(
            Frame.clean(clean),
            List.of(step(DistortionType.NOISE, 0.5, 2), step(DistortionType.BLUR, 0.7, 1)));

    assertThat(oneWay.picture()).isEqualTo(otherWay.picture());
  }

  private double totalChange(DistortionType type, double severity) {
    Picture input = Frame.clean(clean).picture();
    double total = 0;
    for (int seed = 0; seed < 10; seed++) {
      Difference change = Difference.between(input, engine.apply(clean, type, severity, seed));
      for (int i = 0; i < change.luma().length; i++) {
        total += change.luma()[i] * change.luma()[i] + change.chroma()[i];
      }
    }
    return total;
  }

  private DistortionMap mapOf(Step step) {
    return mapOf(clean, step);
  }

  private DistortionMap mapOf(RgbImage image, Step step) {
    Frame before = Frame.clean(image);
    return engine.distort(before, List.of(step)).intensities().relativeTo(before.intensities());
  }

  private Step step(DistortionType type, double severity, long seed) {
    return step(clean, type, severity, seed);
  }

  private static Step step(RgbImage size, DistortionType type, double severity, long seed) {
    Mask whole = Mask.whole(size.width(), size.height());
    return new Step(type, severity, whole, new SplittableRandom(seed));
  }
}
