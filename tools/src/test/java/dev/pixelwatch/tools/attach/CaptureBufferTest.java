package dev.pixelwatch.tools.attach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.media.LiveFrame;
import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.tools.Clips;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaptureBufferTest {
  private static final Picture PICTURE = Clips.street(64, 64, 1).get(0);

  private final CaptureBuffer buffer = new CaptureBuffer();

  private void offer(Side side, long index) {
    buffer.offer(new CaptureBuffer.Captured(side, 1, new LiveFrame(PICTURE, index, 0, 0, 0)));
  }

  private List<Long> take(Side side) throws InterruptedException {
    List<Long> indices = new ArrayList<>();
    Optional<CaptureBuffer.Captured> next = buffer.poll(1);
    while (next.isPresent()) {
      if (next.get().side() == side) {
        indices.add(next.get().frame().index());
      }
      next = buffer.poll(1);
    }
    return indices;
  }

  @Test
  void theOldestFramesGoWhenNobodyTakesThemAndAreCounted() throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      offer(Side.REFERENCE, i);
    }

    assertThat(buffer.dropped()).isEqualTo(12);
    assertThat(take(Side.REFERENCE)).containsExactly(12L, 13L, 14L, 15L, 16L, 17L, 18L, 19L);
  }

  @Test
  void aSideThatFloodsTakesNoRoomFromTheOther() throws InterruptedException {
    offer(Side.PROCESSED, 7);
    for (int i = 0; i < 100; i++) {
      offer(Side.REFERENCE, i);
    }

    assertThat(take(Side.PROCESSED)).containsExactly(7L);
  }
}
