package dev.pixelwatch.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PointRingTest {
  private static final List<Float> NOTHING = Collections.nCopies(DistortionType.COUNT, 0f);

  private final PointRing ring = new PointRing(4);

  @Test
  void theNewestFramesAreKeptAndTheirNumbersGoOn() {
    add(10);

    assertThat(ring.first()).isEqualTo(6);
    assertThat(ring.next()).isEqualTo(10);
    assertThat(ring.since(0, 100).frames()).containsExactly(106, 107, 108, 109);
  }

  @Test
  void aReaderGetsWhatIsNewSinceItsLastNumber() {
    add(3);
    Points before = ring.since(0, 100);
    add(2);

    Points after = ring.since(before.next(), 100);

    assertThat(before.next()).isEqualTo(3);
    assertThat(after.from()).isEqualTo(3);
    assertThat(after.frames()).containsExactly(103, 104);
  }

  @Test
  void aLimitGivesTheOldestFirstSoThatAReaderCanPageOn() {
    add(4);

    Points page = ring.since(1, 2);

    assertThat(page.frames()).containsExactly(101, 102);
    assertThat(page.next()).isEqualTo(3);
  }

  @Test
  void aReaderFromTheFutureGetsNothing() {
    add(2);

    assertThat(ring.since(99, 10).size()).isZero();
    assertThat(ring.since(99, 10).from()).isEqualTo(2);
  }

  @Test
  void afterClearingNothingIsLeftAndNoNumberIsUsedTwice() {
    add(3);
    ring.clear();

    assertThat(ring.since(0, 10).size()).isZero();
    assertThat(ring.next()).isEqualTo(3);
  }

  @Test
  void eachFrameKeepsItsOwnIntensities() {
    List<Float> values = new java.util.ArrayList<>(NOTHING);
    values.set(DistortionType.TINT.ordinal(), -0.5f);
    ring.add(1, 0, 0, NOTHING);
    ring.add(2, 0, 0, values);

    Points points = ring.since(0, 10);

    assertThat(points.intensity(0, DistortionType.TINT)).isZero();
    assertThat(points.intensity(1, DistortionType.TINT)).isEqualTo(-0.5f);
  }

  private void add(int count) {
    for (int i = 0; i < count; i++) {
      ring.add(100 + ring.next(), 0, 0, NOTHING);
    }
  }
}
