package dev.pixelwatch.core.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.RgbImage;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GhostingTest {
  private static final int SIDE = 48;
  private static final int CENTRE = SIDE / 2 * SIDE + SIDE / 2;
  private final RgbImage scene = Scene.photograph(60, 44);

  @ParameterizedTest
  @ValueSource(doubles = {0.04, 0.2, 0.5})
  void aShareOfTheLightGoesToTheSecondImageAndNoneIsLost(double share) {
    for (int seed = 0; seed < 8; seed++) {
      RgbImage ghost = Ghosting.blend(point(), share, new SplittableRandom(seed));
      float[] light = LightTables.linear(ghost).green();

      assertThat(light[CENTRE]).isCloseTo((float) (1 - share), within(1e-3f));
      assertThat(light.length * Scene.mean(light)).isCloseTo(1, within(2e-3));
    }
  }

  @Test
  void theSecondImageLiesInEveryDirection() {
    Set<String> quadrants = new HashSet<>();
    for (int seed = 0; seed < 40; seed++) {
      float[] ghost = Ghosting.blend(point(), 0.4, new SplittableRandom(seed)).green();
      for (int i = 0; i < ghost.length; i++) {
        if (i != CENTRE && ghost[i] > 0.1f) {
          quadrants.add((i % SIDE > SIDE / 2) + " " + (i / SIDE > SIDE / 2));
        }
      }
    }

    assertThat(quadrants).hasSize(4);
  }

  @Test
  void noShareIsNoGhost() {
    SplittableRandom random = new SplittableRandom(1);

    assertThat(Scene.largestStep(Ghosting.blend(scene, 0, random).red(), scene.red()))
        .isLessThan(4e-4);
    assertThat(Scene.largestStep(Ghosting.edges(scene, 0, random).red(), scene.red()))
        .isLessThan(1e-6);
    assertThat(Ghosting.interlace(scene, 0, random).planes()).isDeepEqualTo(scene.planes());
  }

  @Test
  void ghostEdgesDoubleWithTheirShare() {
    float[] before = Luma.of(scene);
    float[] half = Luma.of(Ghosting.edges(scene, 0.1, new SplittableRandom(3)));
    float[] whole = Luma.of(Ghosting.edges(scene, 0.2, new SplittableRandom(3)));

    for (int i = 0; i < before.length; i++) {
      assertThat(whole[i] - before[i]).isCloseTo(2 * (half[i] - before[i]), within(1e-4f));
    }
  }

  @Test
  void ghostEdgesAppearBesideAnEdgeAndNotInTheOpen() {
    RgbImage edge = Scene.edge(96, 32);
    for (int seed = 0; seed < 10; seed++) {
      float[] ghost = Luma.of(Ghosting.edges(edge, 0.8, new SplittableRandom(seed)));

      // The edge is at 48, and the second image at most 14 pixels away, softened by 8 more.
      assertThat(ghost[16 * 96 + 5]).isCloseTo(0.25f, within(1e-4f));
      assertThat(ghost[16 * 96 + 90]).isCloseTo(0.75f, within(1e-4f));
      assertThat(Scene.largestStep(ghost, Luma.of(edge))).isGreaterThan(0.1);
    }
  }

  @Test
  void aFieldIsMovedByAFractionOfAPixelToo() {
    RgbImage ramp = Scene.ramp(200, 4);
    float slope = ramp.green()[101] - ramp.green()[100];
    for (int seed = 0; seed < 6; seed++) {
      float[] combed = Ghosting.interlace(ramp, 2.5, new SplittableRandom(seed)).green();
      float first = Math.abs(combed[100] - ramp.green()[100]);
      float second = Math.abs(combed[300] - ramp.green()[300 % 200]);

      assertThat(first + second).isCloseTo(2.5f * slope, within(1e-4f));
      assertThat(Math.min(first, second)).isLessThan(1e-6f);
    }
  }

  @Test
  void eitherFieldMovesToEitherSide() {
    Set<String> seen = new HashSet<>();
    RgbImage ramp = Scene.ramp(100, 2);
    for (int seed = 0; seed < 40; seed++) {
      float[] combed = Ghosting.interlace(ramp, 3, new SplittableRandom(seed)).blue();
      int moved = combed[50] == ramp.blue()[50] ? 1 : 0;
      seen.add(moved + (combed[100 * moved + 50] > ramp.blue()[50] ? " right" : " left"));
    }

    assertThat(seen).hasSize(4);
  }

  /** One white pixel on black. */
  private static RgbImage point() {
    RgbImage image = new RgbImage(SIDE, SIDE);
    for (float[] plane : image.planes()) {
      plane[CENTRE] = 1;
    }
    return image;
  }
}
