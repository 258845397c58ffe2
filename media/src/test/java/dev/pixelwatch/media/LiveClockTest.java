package dev.pixelwatch.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** 25 frames a second: one frame is 40 000 microseconds. */
class LiveClockTest {
  private static final long FRAME = 40_000;
  private static final long NOW = 1_700_000_000_000_000L;

  private final List<String> said = new ArrayList<>();
  private final LiveClock clock = new LiveClock(FrameRate.of(25), false, said::add);

  private void advance(long stampUs, long sinceStartUs) {
    clock.advance(OptionalLong.of(stampUs), NOW + sinceStartUs);
  }

  @Test
  void timeBeginsWithTheFirstFrameWhateverItsStampIs() {
    advance(90_000_000, 0);
    advance(90_000_000 + FRAME, FRAME);

    assertThat(clock.timeUs()).isEqualTo(FRAME);
    assertThat(clock.index()).isEqualTo(1);
    assertThat(clock.captureTimeUs()).isEqualTo(NOW + FRAME);
  }

  @Test
  void jitterMakesNoGaps() {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      advance(i * FRAME + random.nextInt(24_000) - 12_000, i * FRAME);
    }

    assertThat(clock.index()).isEqualTo(999);
    assertThat(said).isEmpty();
  }

  @Test
  void framesThatAreMissingLeaveAGap() {
    for (int i : new int[] {0, 1, 2, 6, 7}) {
      advance(i * FRAME, i * FRAME);
    }

    assertThat(clock.index()).isEqualTo(7);
  }

  @Test
  void aClockThatIsALittleSlowMakesNoGaps() {
    for (int i = 0; i < 10_000; i++) {
      advance(Math.round(i * FRAME * 1.001), i * FRAME);
    }

    assertThat(clock.index()).isEqualTo(9_999);
  }

  @Test
  void stampsThatRepeatOrGoBackAreSaidAndTimeStillGrows() {
    advance(0, 0);
    advance(FRAME, FRAME);
    long before = clock.timeUs();
    advance(FRAME, 2 * FRAME);
    advance(FRAME / 2, 3 * FRAME);

    assertThat(clock.timeUs()).isGreaterThan(before);
    assertThat(clock.index()).isEqualTo(3);
    assertThat(said).first().asString().contains("repeat or go back");
  }

  @Test
  void stampsThatRepeatForeverAreNotSaidForever() {
    for (int i = 0; i < 1000; i++) {
      advance(0, i * FRAME);
    }

    assertThat(said).hasSizeBetween(2, 11);
  }

  @Test
  void aJumpOfTheStampsIsSaidAndTimeGoesOnWithTheWallClock() {
    advance(0, 0);
    advance(FRAME, FRAME);
    advance(3_600_000_000L, 2 * FRAME);
    advance(3_600_000_000L + FRAME, 3 * FRAME);

    assertThat(clock.timeUs()).isEqualTo(3 * FRAME);
    assertThat(clock.index()).isEqualTo(3);
    assertThat(said).singleElement().asString().contains("jump by 3600.0 s");
  }

  @Test
  void aJumpBackIsSaidToo() {
    advance(3_600_000_000L, 0);
    advance(0, FRAME);

    assertThat(clock.timeUs()).isEqualTo(FRAME);
    assertThat(said).singleElement().asString().contains("jump by -3600.0 s");
  }

  @Test
  void aPauseThatTheWallClockSawTooIsNoJump() {
    advance(0, 0);
    advance(10_000_000, 10_000_000);

    assertThat(clock.timeUs()).isEqualTo(10_000_000);
    assertThat(clock.index()).isEqualTo(250);
    assertThat(said).isEmpty();
  }

  @Test
  void framesThatComeInABurstWereCapturedAtTheirOwnTimes() {
    for (int i = 0; i < 50; i++) {
      advance(i * FRAME, 2_000_000);
    }

    assertThat(clock.captureTimeUs())
        .isCloseTo(NOW + 2_000_000, org.assertj.core.data.Offset.offset(500L));
  }
}
