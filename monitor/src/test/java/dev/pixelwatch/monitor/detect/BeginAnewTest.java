package dev.pixelwatch.monitor.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.schemas.FrameSide;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.StreamState;
import org.junit.jupiter.api.Test;

/** Streams whose frame numbers and capture times begin anew after ten minutes. */
class BeginAnewTest {
  private static Watched tenMinutes() {
    return new Watched().seconds(600);
  }

  @Test
  void aFaultThatLastsIsToldOfBothRuns() {
    Watched stream = tenMinutes().add(Watched.BLUR, 0.4).seconds(10).beginAnew().seconds(2);

    assertThat(stream.kinds()).containsExactly("regression", "regression", "regression");
    Alert closed = stream.alerts.get(1);
    assertThat(closed.message()).endsWith("The stream began anew.");
    assertThat(closed.closedFrame()).isNull();
    assertThat(closed.closedTimeUs()).isBetween(609_900_000L, 610_000_000L);
    assertThat(stream.alerts.get(2).openedFrame()).isBetween(0L, 5L);
    assertThat(stream.alerts.get(2).baseline()).isBetween(0.0, 0.04);
  }

  @Test
  void anotherFaultIsNoPartOfOneOfTheRunBefore() {
    Watched stream = tenMinutes().add(Watched.BLUR, 0.4).seconds(10).beginAnew().seconds(20);

    assertThat(stream.add(Watched.NOISE, 0.3).seconds(2).alerts)
        .extracting(Alert::type)
        .containsExactly("blur", "blur", "blur", "noise");
  }

  @Test
  void whatIsWellInTheNewRunIsNotToldAgain() {
    Watched stream = tenMinutes().add(DistortionType.CORRUPTION.ordinal(), 0.5).frames(1);
    stream.add(DistortionType.CORRUPTION.ordinal(), 0).frames(10);
    stream.shows(Watched.picture(60), Watched.picture(16)).seconds(2);
    stream.stated(StreamState.UNALIGNED, 1).stated(StreamState.UNALIGNED, 3);
    for (int i = 0; i < 5; i++) {
      stream.settled(OutcomeKind.FAILED, null).settled(OutcomeKind.UNMATCHED, FrameSide.PROCESSED);
      stream.frames(1);
    }
    assertThat(stream.alerts).hasSize(5).allMatch(Alert::isOpen);

    stream.beginAnew().shows(Watched.picture(60), Watched.picture(60)).seconds(60);

    assertThat(stream.alerts).hasSize(10);
    assertThat(stream.alerts.subList(5, 10)).noneMatch(Alert::isOpen);
  }

  @Test
  void eventsOfTheNewRunCloseAfterTheirTime() {
    Watched stream = tenMinutes().settled(OutcomeKind.FAILED, null);
    stream.settled(OutcomeKind.FAILED, null).frames(1).beginAnew().seconds(5);
    stream.settled(OutcomeKind.FAILED, null).seconds(2);
    assertThat(stream.alerts).isEmpty();

    stream.settled(OutcomeKind.FAILED, null).settled(OutcomeKind.FAILED, null).seconds(15);

    assertThat(stream.kinds()).containsExactly("failed", "failed");
  }
}
