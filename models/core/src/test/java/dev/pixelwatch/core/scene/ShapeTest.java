package dev.pixelwatch.core.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShapeTest {

  @Test
  void aBoxIsNegativeInsideAndGrowsByTheDistanceOutside() {
    Shape box = Shape.box(10, 20, 30, 26);

    assertThat(box.distance(20, 23)).isEqualTo(-3);
    assertThat(box.distance(12, 23)).isEqualTo(-2);
    assertThat(box.distance(10, 23)).isZero();
    assertThat(box.distance(37, 23)).isEqualTo(7);
    assertThat(box.distance(20, 16)).isEqualTo(4);
  }

  @Test
  void aDiscIsAsFarAwayAsItsRim() {
    Shape disc = Shape.disc(5, 5, 2);

    assertThat(disc.distance(5, 5)).isEqualTo(-2);
    assertThat(disc.distance(8, 9)).isCloseTo(3, within(1e-6f));
    assertThat(disc.distance(5, 3)).isZero();
  }

  @Test
  void aStrokeHasRoundEnds() {
    Shape stroke = Shape.stroke(0, 0, 10, 0, 4);

    assertThat(stroke.distance(5, 0)).isEqualTo(-2);
    assertThat(stroke.distance(5, 3)).isEqualTo(1);
    assertThat(stroke.distance(13, 4)).isCloseTo(5 - 2, within(1e-6f));
    assertThat(stroke.distance(-3, -4)).isCloseTo(5 - 2, within(1e-6f));
  }

  @Test
  void aStrokeWithoutLengthIsADisc() {
    Shape dot = Shape.stroke(3, 4, 3, 4, 2);

    assertThat(dot.distance(3, 4)).isEqualTo(-1);
    assertThat(dot.distance(6, 8)).isCloseTo(4, within(1e-5f));
  }

  @Test
  void aStrokeIsTheSameFromEitherEnd() {
    Shape there = Shape.stroke(1, 2, 9, 5, 1.5f);
    Shape back = Shape.stroke(9, 5, 1, 2, 1.5f);
    for (int i = 0; i < 100; i++) {
      assertThat(there.distance(i % 10, i / 10))
          .isCloseTo(back.distance(i % 10, i / 10), within(1e-5f));
    }
  }

  @Test
  void aPolygonIsTheSquareThatItsCornersSay() {
    Shape polygon = Shape.convex(0, 0, 10, 0, 10, 10, 0, 10);
    Shape box = Shape.box(0, 0, 10, 10);
    for (int i = 0; i < 400; i++) {
      float x = i % 20 - 5;
      float y = i / 20 - 5;
      assertThat(polygon.distance(x, y)).isCloseTo(box.distance(x, y), within(1e-5f));
    }
  }

  @Test
  void aPointIsInsideATriangleWhenItIsInsideAllItsSides() {
    Shape roof = Shape.convex(0, 10, 5, 0, 10, 10);

    assertThat(roof.distance(5, 6)).isNegative();
    assertThat(roof.distance(1, 5)).isPositive();
    assertThat(roof.distance(9, 5)).isPositive();
    assertThat(roof.distance(5, 11)).isEqualTo(1);
  }
}
