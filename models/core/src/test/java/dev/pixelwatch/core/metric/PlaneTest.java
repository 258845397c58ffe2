package dev.pixelwatch.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PlaneTest {

  @Test
  void blocksAtTheBorderAreCut() {
    Plane reduced = new Plane(3, 3, new float[] {1, 3, 5, 5, 7, 9, 2, 4, 8}).reduced(2);

    assertThat(reduced.width()).isEqualTo(2);
    assertThat(reduced.samples()).containsExactly(4, 7, 3, 8);
  }

  @Test
  void theGradientOfARampIsTwiceItsStep() {
    Plane ramp = new Plane(4, 3, new float[] {0, 5, 10, 15, 0, 5, 10, 15, 0, 5, 10, 15});

    assertThat(ramp.gradient().samples()[5]).isCloseTo(10, within(1e-5f));
  }

  @Test
  void theGradientAtTheBorderIsThatToBlack() {
    Plane flat = new Plane(3, 3, new float[] {9, 9, 9, 9, 9, 9, 9, 9, 9});

    assertThat(flat.gradient().samples()[1]).isCloseTo(9, within(1e-5f));
    assertThat(flat.gradient().samples()[4]).isZero();
  }

  @Test
  void aFilterIsAppliedWhereItLiesInside() {
    Plane plane = new Plane(3, 2, new float[] {1, 2, 3, 4, 5, 6});

    Plane filtered = plane.filtered(new float[] {1, 2});

    assertThat(filtered.width()).isEqualTo(2);
    assertThat(filtered.height()).isEqualTo(1);
    // Along rows 5 8 and 14 17, then the upper one once and the lower one twice.
    assertThat(filtered.samples()).containsExactly(33, 42);
  }

  @Test
  void lumaWeighsGreenMost() {
    Plane luma = Plane.luma(TestImages.grey(2, 2, 1));

    assertThat(luma.samples()[0]).isCloseTo(255, within(0.1f));
  }
}
