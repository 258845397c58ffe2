package dev.pixelwatch.tools.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CaptureThinningTest {
  private final CaptureThinning thinning = new CaptureThinning();

  private List<Long> taken(long from, long to) {
    return LongStream.range(from, to).filter(thinning::takes).boxed().toList();
  }

  @Test
  void allFramesAreTakenWhileNoneIsLost() {
    thinning.observe(0, 5_000);

    assertThat(taken(0, 5)).containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(thinning.leftOut()).isZero();
  }

  @Test
  void aFewLostFramesAreNoReasonToLeaveOutMore() {
    for (int i = 1; i <= 100; i++) {
      thinning.observe(i, 200L * i);
    }

    assertThat(thinning.k()).isEqualTo(1);
  }

  @Test
  void aSideThatComesLateLeavesOutWhatItsPartnerLeftOut() {
    List<Long> early = new ArrayList<>(taken(0, 20));
    thinning.observe(10, 1_000);
    early.addAll(taken(20, 41));
    thinning.observe(20, 1_400);
    early.addAll(taken(41, 60));

    assertThat(taken(0, 60)).isEqualTo(early);
    assertThat(early).hasSize(20 + 11 + 4).endsWith(40L, 44L, 48L, 52L, 56L);
    assertThat(thinning.leftOut()).isEqualTo(2 * (60 - 35));
  }

  @Test
  void allAreTakenAgainSoonAfterTheLastLoss() {
    for (int i = 1; i <= 4; i++) {
      thinning.observe(10 * i, 1_000 + 100L * i);
    }
    assertThat(thinning.k()).isEqualTo(16);

    for (long ms = 1_500; ms < 6_000; ms += 100) {
      thinning.observe(40, ms);
    }

    assertThat(thinning.k()).isEqualTo(1);
  }

  @Test
  void whereHalvingWasTooEarlyTheNextWaitIsLonger() {
    thinning.observe(10, 1_000);
    thinning.observe(10, 2_000);
    assertThat(thinning.k()).isEqualTo(1);
    thinning.observe(20, 2_400);
    thinning.observe(20, 4_300);
    assertThat(thinning.k()).isEqualTo(2);
    thinning.observe(20, 4_400);

    assertThat(thinning.k()).isEqualTo(1);
  }

  @Test
  void whatHasLongChangedManyTimesStillTakesFrames() {
    for (int i = 1; i <= 1_000; i++) {
      thinning.observe(10L * (i / 2), 40_000L * i);
      thinning.takes(10L * i);
    }

    assertThat(thinning.k()).isBetween(1, CaptureThinning.MAX_K);
    assertThat(taken(0, 64)).contains(0L);
  }
}
