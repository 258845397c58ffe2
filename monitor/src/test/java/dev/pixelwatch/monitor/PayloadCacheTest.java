package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.schemas.Frame;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PayloadCacheTest {
  private static final TopicPartition PLACE = new TopicPartition("frames", 0);

  /** 96 bytes of payload. */
  private final Frame frame = Pictures.toFrame(TestFrames.identity(1), TestFrames.grey(1, 8, 8));

  @Test
  void theOldestFrameGoesWhenTheBytesAreUsedUp() {
    PayloadCache cache = new PayloadCache(200);
    cache.put(PLACE, 1, frame);
    cache.put(PLACE, 2, frame);
    cache.put(PLACE, 3, frame);

    assertThat(cache.bytes()).isEqualTo(192);
    assertThat(cache.take(PLACE, 1)).isEmpty();
    assertThat(cache.take(PLACE, 3)).contains(frame);
  }

  @Test
  void aFrameIsTakenOnce() {
    PayloadCache cache = new PayloadCache(200);
    cache.put(PLACE, 1, frame);
    cache.take(PLACE, 1);

    assertThat(cache.take(PLACE, 1)).isEmpty();
    assertThat(cache.bytes()).isZero();
  }

  @Test
  void aFrameThatComesAgainAfterARetryCountsOnce() {
    PayloadCache cache = new PayloadCache(200);
    cache.put(PLACE, 1, frame);
    cache.put(PLACE, 1, frame);

    assertThat(cache.bytes()).isEqualTo(96);
  }
}
