package dev.pixelwatch.tools.attach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.media.FrameRate;
import dev.pixelwatch.schemas.StreamState;
import dev.pixelwatch.tools.attach.align.Alignment.Standing;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaptureStateTest {
  private static final SideState OPEN = SideState.START.opened(FrameRate.of(25));
  private static final SideState LOST = OPEN.missing("nothing came for 5 s");
  private static final SideState OVER = OPEN.ended("it has ended");
  private static final Optional<Standing> ALIGNED =
      Optional.of(Standing.aligned(3, Optional.of(0.9)));

  private static CaptureState state(SideState reference, SideState processed) {
    return CaptureState.of(reference, processed, false, ALIGNED, true);
  }

  @Test
  void bothSidesAlignedAreLive() {
    assertThat(state(OPEN, OPEN)).isEqualTo(new CaptureState(StreamState.LIVE, ""));
  }

  @Test
  void whileASideHasNeverOpenedItIsConnectingAndSaysWhy() {
    SideState refused = SideState.START.missing("connection refused");

    assertThat(state(OPEN, refused))
        .isEqualTo(new CaptureState(StreamState.CONNECTING, "connection refused"));
  }

  @Test
  void aLostSideIsNamedWithItsReason() {
    assertThat(state(LOST, OPEN).state()).isEqualTo(StreamState.REFERENCE_LOST);
    assertThat(state(OPEN, LOST))
        .isEqualTo(new CaptureState(StreamState.PROCESSED_LOST, "nothing came for 5 s"));
    assertThat(state(LOST, LOST).state()).isEqualTo(StreamState.BOTH_LOST);
    assertThat(state(OVER, LOST).state()).isEqualTo(StreamState.BOTH_LOST);
  }

  @Test
  void aSourceThatIsLostBeforeAStageOfOurOwnIsALostReference() {
    assertThat(CaptureState.of(LOST, LOST, true, ALIGNED, true).state())
        .isEqualTo(StreamState.REFERENCE_LOST);
  }

  @Test
  void theAlignmentDecidesWhileBothSidesCapture() {
    Optional<Standing> unaligned = Optional.of(Standing.unaligned("no", Optional.empty()));

    assertThat(CaptureState.of(OPEN, OPEN, false, unaligned, true))
        .isEqualTo(new CaptureState(StreamState.UNALIGNED, "no"));
    assertThat(CaptureState.of(OPEN, OPEN, false, Optional.empty(), true).state())
        .isEqualTo(StreamState.ALIGNING);
  }

  @Test
  void itEndsWhenBothSidesHaveEndedAndNothingWaits() {
    assertThat(state(OVER, OVER)).isEqualTo(new CaptureState(StreamState.ENDED, "it has ended"));
    assertThat(CaptureState.of(OVER, OVER, false, ALIGNED, false).state())
        .isEqualTo(StreamState.LIVE);
  }
}
