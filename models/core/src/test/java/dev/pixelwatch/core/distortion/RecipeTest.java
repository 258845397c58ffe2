package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.RgbImage;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RecipeTest {
  private static final List<DistortionType> BLUR = List.of(DistortionType.BLUR);
  private static final RgbImage SIZE = new RgbImage(32, 32);

  @Test
  void aProbabilityOutOfRangeIsRefusedByName() {
    assertThatThrownBy(() -> new Recipe(BLUR, List.of(1.0), 0, 1.5, 0, 1, 0.1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("referenceProbability")
        .hasMessageContaining("1.5");
  }

  @Test
  void severitiesInTheWrongOrderAreRefused() {
    assertThatThrownBy(() -> new Recipe(BLUR, List.of(1.0), 0, 0, 0, 1, 0.9, 0.2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.9 to 0.2");
  }

  @Test
  void aRecipeWithoutTypesOrWeightsIsRefused() {
    assertThatThrownBy(() -> new Recipe(List.of(), List.of(1.0), 0, 0, 0, 1, 0.1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Recipe(BLUR, List.of(0.0), 0, 0, 0, 1, 0.1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Recipe(BLUR, List.of(2.0, -1.0), 0, 0, 0, 1, 0.1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSameTypeTwiceIsRefused() {
    assertThatThrownBy(
            () ->
                new Recipe(
                    List.of(DistortionType.BLUR, DistortionType.BLUR),
                    List.of(1.0),
                    0,
                    0,
                    0,
                    1,
                    0.1,
                    1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void byDefaultOneToThreeTypesAreTypicalAndFiveTheMost() {
    int[] counts = new int[6];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2000; i++) {
      counts[Step.draw(Recipe.defaults(), SIZE, false, random).size()]++;
    }

    assertThat(counts[1] + counts[2] + counts[3]).isBetween(1600, 1800);
    assertThat(counts[0]).isBetween(60, 140);
    assertThat(counts[5]).isPositive();
  }

  @Test
  void severalTypesLieUnderMasksUnlessThereAreNone() {
    SplittableRandom random = new SplittableRandom(3);
    int whole = 0;
    for (int i = 0; i < 200; i++) {
      List<Step> steps = Step.draw(Recipe.defaults().several(), SIZE, false, random);

      assertThat(steps).hasSizeBetween(2, 4);
      whole += steps.stream().filter(RecipeTest::coversAll).count() > 1 ? 1 : 0;
    }
    assertThat(whole).isBetween(5, 40);

    for (Step step : Step.draw(Recipe.defaults().withoutMasks().several(), SIZE, false, random)) {
      assertThat(coversAll(step)).isTrue();
    }
  }

  private static boolean coversAll(Step step) {
    for (float weight : step.mask().cellMeans()) {
      if (weight < 1) {
        return false;
      }
    }
    return true;
  }

  @Test
  void drawnSeveritiesStayInTheRangeAndOnlyDirectedTypesGoBelowZero() {
    Recipe recipe =
        new Recipe(List.of(DistortionType.values()), List.of(0.0, 1.0), 0, 0, 0, 1, 0.3, 0.6);
    SplittableRandom random = new SplittableRandom(2);
    boolean negative = false;
    for (int i = 0; i < 500; i++) {
      Step step = Step.draw(recipe, SIZE, false, random).get(0);

      assertThat(Math.abs(step.severity())).isBetween(0.3, 0.6);
      negative |= step.severity() < 0;
      assertThat(step.severity() > 0 || step.type().isTwoSided()).isTrue();
    }
    assertThat(negative).isTrue();
  }

  @Test
  void noMoreTypesAreDrawnThanThereAre() {
    Recipe recipe = new Recipe(BLUR, List.of(0.0, 0.0, 0.0, 1.0), 0, 0, 0, 1, 0.1, 1);

    assertThat(Step.draw(recipe, SIZE, false, new SplittableRandom(1))).hasSize(1);
  }

  @Test
  void whatIsBeyondAMapIsOfTypesThatGoOnThere() {
    for (DistortionType type : Recipe.defaults().strong().types()) {
      RgbImage photograph = Scene.photograph(96, 96);
      Recipe recipe = new Recipe(List.of(type), List.of(0.0, 1.0), 0, 0, 0, 1, 1, 1);
      Recipe strongest = new Recipe(List.of(type), List.of(0.0, 1.0), 0, 0, 0, 1, 4, 4);
      DistortionEngine engine = new DistortionEngine(List.of(new JpegCodec()));

      assertThat(engine.generate(photograph, strongest, 1).score())
          .as(type.id())
          .isLessThan(engine.generate(photograph, recipe, 1).score());
    }
    assertThat(
            new Recipe(List.of(DistortionType.TINT), List.of(0.0, 1.0), 0, 0, 0, 1, 1, 1)
                .strong()
                .types())
        .containsExactly(DistortionType.TINT);
  }
}
