package dev.pixelwatch.monitor.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameOrderTest {
  private final FrameOrder<String> order = FrameOrder.live();
  private final List<Long> seen = new ArrayList<>();
  private long missing;
  private long head = FrameOrder.NONE;

  private void add(long number, long nowMs) {
    order.add(number, "frame", nowMs);
    look(nowMs);
  }

  private void look(long nowMs) {
    for (Optional<FrameOrder.Next<String>> next = order.next(head, nowMs);
        next.isPresent();
        next = order.next(head, nowMs)) {
      head = next.get().number();
      missing += next.get().missing();
      seen.add(head);
    }
  }

  @Test
  void blocksThatComeMixedAreSeenInOrder() {
    for (long number : List.of(0L, 8L, 1L, 9L, 3L, 2L, 4L, 5L, 6L, 7L)) {
      add(number, 0);
    }

    assertThat(seen).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(missing).isZero();
  }

  @Test
  void aNumberThatDoesNotComeHoldsBackTheOthersForASecond() {
    add(0, 0);
    add(2, 100);
    look(1000);
    assertThat(seen).containsExactly(0L);

    look(1100);

    assertThat(seen).containsExactly(0L, 2L);
    assertThat(missing).isEqualTo(1);
  }

  @Test
  void aJumpOfTheNumbersIsAStreamThatBeganAnew() {
    add(0, 0);
    add(1_000_000, 0);
    look(2000);

    assertThat(seen).containsExactly(0L, 1_000_000L);
    assertThat(missing).isZero();
    assertThat(FrameOrder.isRestart(0, 1_000_000)).isTrue();
    assertThat(FrameOrder.isRestart(9, 10)).isFalse();
    assertThat(FrameOrder.isLate(10, 10)).isTrue();
  }
}
