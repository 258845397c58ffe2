package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.ColourMatrix;
import dev.pixelwatch.core.ColourRange;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.RgbImage;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class TripletTest {
  private static final List<DistortionType> ALL = List.of(DistortionType.values());

  private final DistortionEngine engine = new DistortionEngine(List.of(new JpegCodec()));
  private final RgbImage clean = Scene.photograph(96, 64);

  @Test
  void aSeedGivesTheSamePairAgain() {
    for (int seed = 0; seed < 20; seed++) {
      Triplet once = engine.generate(clean, Recipe.defaults(), seed);
      Triplet again = engine.generate(clean, Recipe.defaults(), seed);

      assertThat(again.reference()).isEqualTo(once.reference());
      assertThat(again.processed()).isEqualTo(once.processed());
      assertThat(again.map().values()).isEqualTo(once.map().values());
      assertThat(again.score()).isEqualTo(once.score());
    }
  }

  @Test
  void seedsGiveDifferentPairs() {
    Set<List<Picture>> seen = new HashSet<>();
    for (int seed = 0; seed < 30; seed++) {
      Triplet triplet = engine.generate(clean, Recipe.defaults(), seed);
      seen.add(List.of(triplet.reference(), triplet.processed()));
    }

    assertThat(seen.size()).isGreaterThan(26);
  }

  @Test
  void thePhotographItselfIsNotChanged() {
    RgbImage copy = clean.copy();
    for (int seed = 0; seed < 30; seed++) {
      engine.generate(clean, Recipe.defaults(), seed);
    }

    assertThat(clean.red()).isEqualTo(copy.red());
    assertThat(clean.green()).isEqualTo(copy.green());
    assertThat(clean.blue()).isEqualTo(copy.blue());
  }

  @Test
  void everyMapValueLiesInTheUnitIntervalAndEveryScoreIsFinite() {
    for (int seed = 0; seed < 300; seed++) {
      Triplet triplet = engine.generate(clean, Recipe.defaults(), seed);

      for (float value : triplet.map().values()) {
        assertThat(value).as("seed %d", seed).isBetween(0f, 1f);
      }
      assertThat(triplet.score()).as("seed %d", seed).isFinite();
      assertThat(triplet.reference().sameSizeAs(triplet.processed())).isTrue();
    }
  }

  @Test
  void theScoreIsWhatTheProcessedFrameLostBesideWhatTheReferenceLost() {
    List<DistortionType> types =
        ALL.stream().filter(type -> type != DistortionType.OVERSHARPENING).toList();
    // Without identical pairs, whose rounding noise is not scored.
    Recipe fromClean =
        new Recipe(types, List.of(0.0, 0.4, 0.3, 0.3), 0, 0.3, 0.25, 0.55, 0.05, 1.0);
    for (int seed = 0; seed < 100; seed++) {
      Triplet triplet = engine.generate(clean, fromClean, seed);

      assertThat(triplet.score()).as("seed %d", seed).isCloseTo(byMdsi(triplet), within(1e-9));
    }
  }

  @Test
  void slightSharpeningCostsLessAndStrongSharpeningAll() {
    for (double severity : List.of(0.1, 0.5, 1.0)) {
      Recipe sharpened =
          new Recipe(
              List.of(DistortionType.OVERSHARPENING),
              List.of(0.0, 1.0),
              0,
              0,
              0,
              1,
              severity,
              severity);
      for (int seed = 0; seed < 20; seed++) {
        Triplet triplet = engine.generate(clean, sharpened, seed);

        assertThat(triplet.score() / byMdsi(triplet))
            .as("severity %.1f, seed %d", severity, seed)
            .isBetween(0.6 * severity, severity + 1e-6);
      }
    }
  }

  private double byMdsi(Triplet triplet) {
    Picture source = Colour.toPicture(clean, ColourMatrix.BT709, ColourRange.LIMITED);
    return Quality.points(source, triplet.processed())
        - Quality.points(source, triplet.reference());
  }

  @Test
  void underMasksNoFrameLosesFarMoreThanWhatNobodyWouldKeep() {
    Recipe masked = defaults(Recipe.defaults().countWeights(), 0.5, 0.35);
    for (int seed = 0; seed < 300; seed++) {
      assertThat(engine.generate(clean, masked, seed).score())
          .as("seed %d", seed)
          .isBetween(-150.0, 150.0);
    }
  }

  @Test
  void underMasksHardlyAnyFrameLosesFarMoreThanWhatNobodyWouldKeep() {
    Recipe defaults = Recipe.defaults();
    Recipe masked = defaults(defaults.countWeights(), defaults.sharedProbability(), 0.35);
    double[] lost =
        LongStream.range(0, 1500)
            .mapToDouble(seed -> Math.abs(engine.generate(clean, masked, seed).score()))
            .sorted()
            .toArray();

    assertThat(lost[(int) (0.99 * lost.length)]).isLessThan(150);
    assertThat(lost[lost.length - 1]).isLessThan(300);
  }

  private static Recipe defaults(
      List<Double> countWeights, double sharedProbability, double wholeFrameProbability) {
    Recipe defaults = Recipe.defaults();
    return new Recipe(
        defaults.types(),
        countWeights,
        sharedProbability,
        defaults.referenceProbability(),
        defaults.swapProbability(),
        wholeFrameProbability,
        defaults.minSeverity(),
        defaults.maxSeverity());
  }

  @Test
  void photographsOfAnySizeGiveAPairOfThatSize() {
    for (int seed = 0; seed < 60; seed++) {
      int width = 1 + seed * 7 % 50;
      int height = 1 + seed * 13 % 40;

      Triplet triplet = engine.generate(Scene.photograph(width, height), Recipe.defaults(), seed);

      assertThat(triplet.processed().width()).isEqualTo(width);
      assertThat(triplet.processed().height()).isEqualTo(height);
      assertThat(triplet.map().columns()).isEqualTo((width + 15) / 16);
      assertThat(triplet.map().rows()).isEqualTo((height + 15) / 16);
    }
  }

  @Test
  void severalThreadsMayShareAnEngine() {
    List<Double> alone =
        LongStream.range(0, 40)
            .mapToObj(seed -> engine.generate(clean, Recipe.defaults(), seed).score())
            .toList();
    List<Double> together =
        LongStream.range(0, 40)
            .parallel()
            .mapToObj(seed -> engine.generate(clean, Recipe.defaults(), seed).score())
            .toList();

    assertThat(together).isEqualTo(alone);
  }

  @Test
  void everyTypeTurnsUpInBothDirections() {
    Set<DistortionType> more = EnumSet.noneOf(DistortionType.class);
    Set<DistortionType> less = EnumSet.noneOf(DistortionType.class);
    for (int seed = 0; seed < 300; seed++) {
      Triplet triplet = engine.generate(clean, Recipe.defaults(), seed);
      for (DistortionType type : ALL) {
        double mean = triplet.map().meanIntensity(type);
        if (mean > 0.05) {
          more.add(type);
        } else if (mean < -0.05) {
          less.add(type);
        }
      }
    }

    assertThat(more).hasSize(DistortionType.COUNT);
    assertThat(less).hasSize(DistortionType.COUNT);
  }

  @Test
  void framesWithoutADifferenceHaveANeutralMapAndScoreZero() {
    Recipe nothing = new Recipe(ALL, List.of(1.0), 0, 0, 0, 1, 0.1, 1);
    boolean identical = false;
    for (int seed = 0; seed < 10; seed++) {
      Triplet triplet = engine.generate(clean, nothing, seed);

      assertThat(triplet.map().values()).containsOnly(0.5f);
      assertThat(triplet.score()).isZero();
      identical |= triplet.reference().equals(triplet.processed());
      for (int i = 0; i < triplet.reference().luma().length; i++) {
        assertThat(triplet.processed().luma()[i] & 0xff)
            .isCloseTo(triplet.reference().luma()[i] & 0xff, within(1));
      }
    }
    assertThat(identical).isTrue();
  }

  @Test
  void aDistortionThatBothFramesShareIsNotReported() {
    Recipe shared = new Recipe(ALL, List.of(1.0), 1, 0, 0, 1, 0.5, 1);
    for (int seed = 0; seed < 20; seed++) {
      Triplet triplet = engine.generate(clean, shared, seed);

      assertThat(triplet.map().values()).containsOnly(0.5f);
      assertThat(triplet.reference()).isNotEqualTo(Frame.clean(clean).picture());
    }
  }

  @Test
  void aSwappedPairHasTheMirroredMapAndTheOppositeScore() {
    Recipe forward = new Recipe(ALL, List.of(0.0, 1.0), 0, 0, 0, 1, 0.5, 1);
    Recipe swapped = new Recipe(ALL, List.of(0.0, 1.0), 0, 0, 1, 1, 0.5, 1);
    for (int seed = 0; seed < 20; seed++) {
      Triplet one = engine.generate(clean, forward, seed);
      Triplet other = engine.generate(clean, swapped, seed);

      assertThat(other.reference()).isEqualTo(one.processed());
      assertThat(other.processed()).isEqualTo(one.reference());
      assertThat(other.map().values()).isEqualTo(one.map().mirrored().values());
      assertThat(other.score()).isEqualTo(-one.score());
    }
  }

  @Test
  void aDistortionOfTheReferenceGivesTheOppositeDirection() {
    Recipe onReference = new Recipe(List.of(DistortionType.BLUR), List.of(1.0), 0, 1, 0, 1, 0.8, 1);

    Triplet triplet = engine.generate(clean, onReference, 4);

    assertThat(triplet.map().meanIntensity(DistortionType.BLUR)).isLessThan(-0.2);
    assertThat(triplet.score()).isGreaterThan(20);
  }

  @Test
  void aDistortedProcessedFrameScoresBelowZero() {
    for (DistortionType type : ALL) {
      // Texture hides contours.
      RgbImage image = type == DistortionType.BANDING ? Scene.ramp(96, 80) : clean;
      Triplet triplet = engine.generate(image, wholeFrame(type), 8);

      assertThat(triplet.score()).as(type.id()).isNegative();
    }
  }

  @Test
  void aBrighterFrameCountsLessThanANoisyOne() {
    double noisy = scorePerIntensity(DistortionType.NOISE);
    double bright = scorePerIntensity(DistortionType.EXPOSURE);

    assertThat(noisy).isLessThan(1.3 * bright);
    assertThat(bright).isNegative();
  }

  @Test
  void theScoreFallsWithTheSeverity() {
    for (DistortionType type : ALL) {
      assertThat(score(type, 0.9)).as(type.id()).isLessThan(score(type, 0.2));
    }
  }

  @Test
  void picturesAreBt709InLimitedRange() {
    Triplet triplet = engine.generate(clean, Recipe.defaults(), 1);

    assertThat(triplet.reference().matrix()).isEqualTo(ColourMatrix.BT709);
    assertThat(triplet.processed().matrix()).isEqualTo(ColourMatrix.BT709);
    assertThat(triplet.reference().range()).isEqualTo(ColourRange.LIMITED);
    assertThat(triplet.processed().range()).isEqualTo(ColourRange.LIMITED);
  }

  private double score(DistortionType type, double severity) {
    Recipe recipe = new Recipe(List.of(type), List.of(0.0, 1.0), 0, 0, 0, 1, severity, severity);
    return engine.generate(clean, recipe, 11).score();
  }

  private static Recipe wholeFrame(DistortionType type) {
    return new Recipe(List.of(type), List.of(0.0, 1.0), 0, 0, 0, 1, 0.05, 1);
  }

  private double scorePerIntensity(DistortionType type) {
    Triplet triplet = engine.generate(clean, wholeFrame(type), 3);
    return triplet.score() / Math.abs(triplet.map().meanIntensity(type));
  }
}
