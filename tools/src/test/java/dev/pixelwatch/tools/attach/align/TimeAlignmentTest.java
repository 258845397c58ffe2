package dev.pixelwatch.tools.attach.align;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.media.LiveFrame;
import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.tools.Clips;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** 25 frames a second; both sides count from their own first frame. */
class TimeAlignmentTest {
  private static final Picture PICTURE = Clips.street(64, 64, 1).get(0);
  private static final long FRAME_US = 40_000;

  private final TimeAlignment alignment = new TimeAlignment(25, Duration.ofMillis(10), false);

  private static LiveFrame frame(long index, long captureTimeUs) {
    return new LiveFrame(PICTURE, index, index * FRAME_US, captureTimeUs, 0);
  }

  private void show(long processedLaterUs) {
    for (int i = 0; i < 100; i++) {
      alignment.observe(Side.REFERENCE, frame(i, i * FRAME_US));
      alignment.observe(Side.PROCESSED, frame(i, i * FRAME_US + processedLaterUs));
    }
  }

  @Test
  void framesOfOneTimeBelongTogetherWhateverTheyCount() {
    show(3 * FRAME_US + 4_000);

    assertThat(alignment.standing().state()).isEqualTo(Alignment.State.ALIGNED);
    assertThat(alignment.standing().offset()).contains(-3);
    assertThat(alignment.number(Side.PROCESSED, frame(50, 53 * FRAME_US + 4_000))).hasValue(53);
  }

  @Test
  void framesOutsideTheToleranceBelongToNone() {
    show(15_000);

    assertThat(alignment.standing().state()).isEqualTo(Alignment.State.UNALIGNED);
    assertThat(alignment.standing().reason()).contains("further apart than 10 ms");
    assertThat(alignment.number(Side.PROCESSED, frame(50, 50 * FRAME_US + 15_000))).isEmpty();
  }

  @Test
  void oneFrameOutsideTheToleranceChangesNothing() {
    show(0);
    alignment.observe(Side.PROCESSED, frame(101, 101 * FRAME_US + 20_000));

    assertThat(alignment.standing().state()).isEqualTo(Alignment.State.ALIGNED);
  }

  @Test
  void twoRecordingsAreComparedByTheirOwnTimes() {
    TimeAlignment own = new TimeAlignment(25, Duration.ofMillis(10), true);
    own.observe(Side.REFERENCE, frame(0, 0));
    own.observe(Side.PROCESSED, frame(0, 777_777));

    assertThat(own.standing().offset()).contains(0);
  }

  @Test
  void beforeBothSidesHaveComeItIsNotAligned() {
    alignment.observe(Side.REFERENCE, frame(0, 0));

    assertThat(alignment.standing().state()).isEqualTo(Alignment.State.ALIGNING);
  }
}
