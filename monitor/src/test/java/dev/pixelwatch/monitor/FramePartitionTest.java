package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FramePartitionTest {
  @Test
  void aBlockOfFramesStaysTogetherAndTheNextBlockMovesOn() {
    int first = FramePartition.of("camera", 0, 8, 4);

    assertThat(LongStream.range(0, 8).map(n -> FramePartition.of("camera", n, 8, 4)))
        .containsOnly((long) first);
    assertThat(FramePartition.of("camera", 8, 8, 4)).isEqualTo((first + 1) % 4);
  }

  @Test
  void oneStreamUsesEveryPartition() {
    assertThat(LongStream.range(0, 32).map(n -> FramePartition.of("camera", n, 8, 4)))
        .contains(0L, 1L, 2L, 3L);
  }

  @Test
  void anyFrameNumberHasAPartition() {
    assertThat(
            LongStream.of(Long.MIN_VALUE, -1, Long.MAX_VALUE)
                .map(n -> FramePartition.of("camera", n, 1, 4)))
        .allMatch(partition -> partition >= 0 && partition < 4);
  }

  @Test
  void theRuleStaysAsItIsSinceOtherPublishersFollowIt() {
    assertThat(FramePartition.of("camera", 100, 8, 4)).isEqualTo(3);
  }
}
