package dev.pixelwatch.monitor.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.schemas.FrameSide;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.StreamState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pictures that stand still or are black, frames that are damaged or missing, sides that go. */
class EventsTest {
  private static void move(Watched stream, int frames, boolean referenceMoves, boolean bothMove) {
    for (int i = 0; i < frames; i++) {
      byte[] moving = Watched.bar(i / 3);
      byte[] still = Watched.bar(0);
      stream.shows(
          referenceMoves || bothMove ? moving : still,
          bothMove || !referenceMoves ? moving : still);
      stream.frames(1);
    }
  }

  @Test
  void aSideThatStandsStillWhileTheOtherMovesIsFrozen() {
    Watched stream = new Watched();
    move(stream, 300, false, true);
    move(stream, 90, true, false);
    move(stream, 90, false, true);

    assertThat(stream.kinds()).containsExactly("frozen", "frozen");
    assertThat(stream.alerts.get(0).message()).startsWith("The processed picture stands still");
    assertThat(stream.alerts.get(0).openedFrame()).isBetween(297L, 303L);
    assertThat(stream.alerts.get(1).isOpen()).isFalse();
  }

  @Test
  void aStillSceneIsNotFrozen() {
    assertThat(new Watched().seconds(60).alerts).isEmpty();
  }

  @Test
  void aStillSceneWhoseExposureChangesOnOneSideIsNotFrozen() {
    Watched stream = new Watched().seconds(20);

    assertThat(stream.shows(Watched.picture(60), Watched.picture(90)).seconds(5).kinds())
        .doesNotContain("frozen");
  }

  @Test
  void aBlackSideIsToldAfterHalfASecond() {
    Watched stream = new Watched().seconds(10);
    stream.shows(Watched.picture(60), Watched.picture(16)).frames(20);
    stream.shows(Watched.picture(60), Watched.picture(60)).frames(30);

    assertThat(stream.kinds()).containsExactly("black", "black");
    assertThat(stream.alerts.get(0).message()).isEqualTo("The processed picture is black.");
    assertThat(stream.alerts.get(0).openedFrame()).isEqualTo(300);
    assertThat(stream.alerts.get(1).closedFrame()).isEqualTo(320);
  }

  @Test
  void aSceneThatGoesBlackIsToldOnceThoughOneSideIsBackFirst() {
    Watched stream = new Watched().seconds(10);
    stream.shows(Watched.picture(16), Watched.picture(16)).frames(60);
    stream.shows(Watched.picture(60), Watched.picture(16)).frames(5);
    stream.shows(Watched.picture(60), Watched.picture(60)).frames(60);

    assertThat(stream.kinds()).containsExactly("black", "black");
    assertThat(stream.alerts.get(0).message())
        .isEqualTo("The reference and the processed picture are black.");
    assertThat(stream.alerts.get(1).closedFrame()).isEqualTo(365);
  }

  @Test
  void aSideThatStaysBlackWhenTheOtherIsBackIsTold() {
    Watched stream = new Watched().seconds(10);
    stream.shows(Watched.picture(16), Watched.picture(16)).frames(60);
    stream.shows(Watched.picture(60), Watched.picture(16)).frames(60);
    assertThat(stream.kinds()).containsExactly("black", "black", "black");

    stream.shows(Watched.picture(60), Watched.picture(60)).frames(60);

    Alert stays = stream.alerts.get(2);
    assertThat(stays.message()).isEqualTo("The processed picture is black.");
    assertThat(stays.openedFrame()).isEqualTo(stream.alerts.get(1).closedFrame()).isEqualTo(360);
    assertThat(stream.alerts.get(3).id()).isEqualTo(stays.id());
    assertThat(stream.alerts.get(3).closedFrame()).isEqualTo(420);
  }

  @Test
  void aSideThatGoesBlackIsBlackAndNeitherFrozenNorDarkerNorDamaged() {
    Watched stream = new Watched();
    move(stream, 300, false, true);
    stream.add(DistortionType.EXPOSURE.ordinal(), -0.8).add(Quantity.SCORE, -60);
    stream.add(DistortionType.CORRUPTION.ordinal(), 0.9);
    for (int i = 0; i < 150; i++) {
      stream.shows(Watched.bar(i / 3), Watched.picture(16)).frames(1);
    }
    stream.add(DistortionType.EXPOSURE.ordinal(), 0).add(Quantity.SCORE, 0);
    stream.add(DistortionType.CORRUPTION.ordinal(), 0);
    move(stream, 90, false, true);

    assertThat(stream.kinds()).containsExactly("black", "black");
  }

  @Test
  void aBlinkIsNotBlack() {
    Watched stream = new Watched().seconds(10);
    stream.shows(Watched.picture(60), Watched.picture(16)).frames(5);

    assertThat(stream.shows(Watched.picture(60), Watched.picture(60)).seconds(2).alerts).isEmpty();
  }

  @Test
  void oneDamagedFrameIsCorruption() {
    int corruption = DistortionType.CORRUPTION.ordinal();
    Watched stream = new Watched().seconds(10).add(corruption, 0.4).frames(1);
    stream.add(corruption, 0).seconds(5);

    assertThat(stream.kinds()).containsExactly("corruption", "corruption");
    assertThat(stream.alerts.get(0).evidenceFrames()).containsExactly(300L);
  }

  @Test
  void picturesThatComeTwiceAreToldOnce() {
    Watched stream = new Watched();
    for (int i = 0; i < 300; i++) {
      byte[] processed = Watched.bar(i % 20 == 10 ? i - 1 : i);
      stream.shows(Watched.bar(i), processed).frames(1);
    }

    assertThat(stream.kinds()).containsExactly("duplicated");
  }

  @Test
  void picturesThatGoOnComingTwiceAreToldWhenNumbersNoLongerComeAgain() {
    Watched stream = new Watched().seconds(1);
    stream.duplicate().duplicate().duplicate();
    for (int i = 0; i < 600; i++) {
      byte[] processed = Watched.bar(i % 20 == 10 ? i - 1 : i);
      stream.shows(Watched.bar(i), processed).frames(1);
    }

    assertThat(stream.kinds()).containsExactly("duplicated", "duplicated", "duplicated");
    assertThat(stream.alerts.get(0).message()).startsWith("Frame numbers come again");
    assertThat(stream.alerts.get(1).isOpen()).isFalse();
    assertThat(stream.alerts.get(2).message()).startsWith("The processed side repeats pictures");
    assertThat(stream.alerts.get(2).openedFrame()).isGreaterThan(300);
  }

  @Test
  void framesWithoutPartnerNowAndThenAreDropped() {
    Watched stream = new Watched().seconds(10);
    for (int i = 0; i < 5; i++) {
      stream.settled(OutcomeKind.UNMATCHED, FrameSide.REFERENCE).frames(20);
    }

    assertThat(stream.kinds()).containsExactly("dropped");
    assertThat(stream.seconds(20).kinds()).containsExactly("dropped", "dropped");
  }

  @Test
  void droppedFramesThatTheCaptureHadNoRoomForAreNotBlamedOnTheStage() {
    Watched stream = new Watched().stated(StreamState.LIVE, 0, 0).seconds(10);
    stream.stated(StreamState.LIVE, 10, 41);
    for (int i = 0; i < 5; i++) {
      stream.settled(OutcomeKind.UNMATCHED, FrameSide.REFERENCE).frames(20);
    }

    assertThat(stream.kinds()).containsExactly("dropped");
    assertThat(stream.alerts.get(0).message()).contains("The capture threw 41 away");
  }

  @Test
  void whatTheCaptureHadNoRoomForLongAgoExplainsNothing() {
    Watched stream = new Watched().stated(StreamState.LIVE, 0, 0);
    stream.stated(StreamState.LIVE, 1, 41).seconds(60).stated(StreamState.LIVE, 60, 41);
    for (int i = 0; i < 5; i++) {
      stream.settled(OutcomeKind.UNMATCHED, FrameSide.REFERENCE).frames(20);
    }

    assertThat(stream.alerts.get(0).message()).doesNotContain("capture");
  }

  @Test
  void whatTheCaptureHadNoRoomForBeforeItWasFollowedExplainsNothing() {
    Watched stream = new Watched().seconds(10).stated(StreamState.LIVE, 10, 41);
    for (int i = 0; i < 5; i++) {
      stream.settled(OutcomeKind.UNMATCHED, FrameSide.REFERENCE).frames(20);
    }

    assertThat(stream.alerts.get(0).message()).doesNotContain("capture");
  }

  @Test
  void framesWithoutPartnerForLongMeanThatASideIsLost() {
    Watched stream = new Watched().seconds(10);
    for (int i = 0; i < 100; i++) {
      stream.settled(OutcomeKind.UNMATCHED, FrameSide.REFERENCE);
    }
    stream.seconds(5);

    assertThat(stream.kinds()).containsExactly("side_lost", "side_lost");
    assertThat(stream.alerts.get(0).message()).isEqualTo("The processed side gives no frames.");
  }

  @Test
  void pairsThatFailAreTold() {
    Watched stream = new Watched().seconds(10);
    for (int i = 0; i < 5; i++) {
      stream.settled(OutcomeKind.FAILED, null);
    }

    assertThat(stream.kinds()).containsExactly("failed");
  }

  @Test
  void framesThatLiveModeLeavesOutAreNotMissing() {
    Watched stream = new Watched().seconds(10);
    for (int i = 0; i < 50; i++) {
      stream.settled(OutcomeKind.SKIPPED, null).frames(1);
    }

    assertThat(stream.alerts).isEmpty();
  }

  @Test
  void aCaptureThatLosesASideIsToldUntilItHasBeenLiveForAWhile() {
    Watched stream = new Watched().seconds(10);
    stream.stated(StreamState.LIVE, 10).stated(StreamState.PROCESSED_LOST, 12);
    stream.stated(StreamState.PROCESSED_LOST, 13);
    stream.stated(StreamState.LIVE, 14).stated(StreamState.PROCESSED_LOST, 15);
    stream.stated(StreamState.LIVE, 16).stated(StreamState.LIVE, 18);

    assertThat(stream.kinds()).containsExactly("side_lost", "side_lost");
    assertThat(stream.alerts.get(0).message())
        .isEqualTo("The processed side gives no frames: because.");
    assertThat(stream.alerts.get(1).closedTimeUs()).isEqualTo(16_000_000);
  }

  @Test
  void aSideThatEndsJustBeforeTheOtherIsNotLost() {
    Watched stream = new Watched().stated(StreamState.LIVE, 10);
    stream.stated(StreamState.PROCESSED_LOST, 12).stated(StreamState.ENDED, 12);

    assertThat(stream.alerts).isEmpty();
  }

  @Test
  void aPairThatCannotBeAlignedIsTold() {
    Watched stream = new Watched().stated(StreamState.UNALIGNED, 1);

    assertThat(stream.stated(StreamState.UNALIGNED, 3).kinds()).containsExactly("unaligned");
  }

  @Test
  void lateScoresAreAFaultOnlyLive() {
    DetectorRules strict =
        new DetectorRules(Map.of(RuleOption.LATENCY_SECONDS, 0.05), List.of(), List.of());
    DetectorConfig config = DetectorConfig.defaults().withRules(strict);

    assertThat(new Watched(config).seconds(20).alerts).isEmpty();
    assertThat(new Watched(config.withLive(true)).seconds(20).kinds()).containsExactly("latency");
  }
}
