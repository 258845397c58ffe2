package dev.pixelwatch.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SummedPlaneTest {
  private final SummedPlane plane =
      new SummedPlane(new Plane(3, 2, new float[] {1, 2, 4, 8, 16, 32}));

  @Test
  void theHaarFilterIsSecondHalfMinusFirstHalfOverTheSide() {
    assertThat(plane.haar(0, 0, 2, true)).isEqualTo((2 + 16 - 1 - 8) / 2f);
    assertThat(plane.haar(0, 0, 2, false)).isEqualTo((8 + 16 - 1 - 2) / 2f);
  }

  @Test
  void outsideThePlaneThereAreZeros() {
    assertThat(plane.haar(2, 1, 2, true)).isEqualTo(-32 / 2f);
    assertThat(plane.mean(2, 1)).isEqualTo(32 / 4f);
    assertThat(plane.haar(1, 0, 4, true)).isEqualTo((4 + 32 - 1 - 2 - 8 - 16 + 0f) / 4);
  }
}
