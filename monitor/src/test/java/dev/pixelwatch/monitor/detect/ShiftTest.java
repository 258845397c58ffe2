package dev.pixelwatch.monitor.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lasting changes of a type or of the score. */
class ShiftTest {
  @Test
  void noiseThatIsAlikeFromFrameToFrameRaisesNoAlert() {
    assertThat(new Watched().seconds(3600).alerts).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, -0.1, 0.3})
  void aStepIsFoundWithinASecondAndDatedToItsFirstFrame(double size) {
    Watched stream = new Watched().seconds(20).add(Watched.NOISE, size).frames(Watched.RATE);

    assertThat(stream.alerts).hasSize(1);
    Alert alert = stream.alerts.get(0);
    assertThat(alert.type()).isEqualTo("noise");
    assertThat(alert.direction()).isEqualTo((int) Math.signum(size));
    assertThat(alert.openedFrame()).isBetween(600L, 605L);
    assertThat(alert.baseline()).isBetween(0.0, 0.04);
    assertThat(alert.current() - alert.baseline()).isBetween(size - 0.06, size + 0.06);
    assertThat(alert.evidenceFrames()).allMatch(n -> n >= 600 && n < 630);
  }

  @Test
  void lessOfADistortionIsAnImprovement() {
    Watched stream =
        new Watched().add(Watched.BLUR, 0.4).seconds(20).add(Watched.BLUR, 0.1).seconds(2);

    assertThat(stream.kinds()).containsExactly("improvement");
    assertThat(stream.alerts.get(0).message()).startsWith("Sharper than before: blur went from");
  }

  @Test
  void aRampIsFoundOnceItHasRisenByAStep() {
    Watched stream = new Watched().seconds(20);
    for (int i = 1; i <= 300; i++) {
      stream.add(Watched.NOISE, 0.2 * i / 300).frames(1);
    }

    assertThat(stream.kinds()).containsExactly("regression");
    assertThat(stream.alerts.get(0).openedFrame()).isBetween(620L, 800L);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aFewDamagedFramesAreNoChangeOfLevel(int frames) {
    Watched stream =
        new Watched()
            .seconds(20)
            .add(Watched.NOISE, 0.9)
            .frames(frames)
            .add(Watched.NOISE, 0)
            .seconds(20);

    assertThat(stream.alerts).isEmpty();
  }

  @Test
  void slowDriftOfContentIsFollowed() {
    Watched stream = new Watched().seconds(20);
    for (int i = 1; i <= 3600; i++) {
      stream.add(Watched.NOISE, 0.2 * i / 3600).seconds(1);
    }

    assertThat(stream.alerts).isEmpty();
  }

  @Test
  void aPinnedBaselineDoesNotFollowDrift() {
    DetectorConfig pinned = DetectorConfig.defaults().withBaseline(Baseline.ofIdentity());
    Watched stream = new Watched(pinned).add(Quantity.SCORE, 5).seconds(20);
    for (int i = 1; i <= 600; i++) {
      stream.add(Watched.NOISE, 0.2 * i / 600).seconds(1);
    }

    assertThat(stream.kinds()).containsExactly("regression");
  }

  @Test
  void anAlertClosesOnceAllHasBeenWellForAWhile() {
    Watched stream = new Watched().seconds(20).add(Watched.NOISE, 0.2).seconds(5);
    stream.add(Watched.NOISE, 0).seconds(1.5);
    assertThat(stream.alerts).hasSize(1);

    stream.seconds(2);

    Alert closed = stream.alerts.get(1);
    assertThat(closed.id()).isEqualTo(stream.alerts.get(0).id());
    assertThat(closed.closedFrame()).isBetween(750L, 770L);
  }

  @Test
  void aLevelThatComesAndGoesIsOneAlert() {
    Watched stream = new Watched().seconds(20);
    for (int i = 0; i < 10; i++) {
      stream.add(Watched.NOISE, 0.2).seconds(1).add(Watched.NOISE, 0).seconds(1);
    }

    assertThat(stream.seconds(5).alerts).hasSize(2);
  }

  @Test
  void aSmallChangeThatCameWithALargeOneBelongsToItsAlertHoweverLateItIsSure() {
    Watched stream = new Watched().seconds(20);
    stream
        .add(Watched.BLUR, 0.3)
        .add(DistortionType.SMEARING.ordinal(), 0.055)
        .seconds(30)
        .add(Watched.BLUR, 0)
        .add(DistortionType.SMEARING.ordinal(), 0);

    assertThat(stream.seconds(20).kinds()).containsExactly("regression", "regression");
    assertThat(stream.alerts.get(1).id()).isEqualTo(stream.alerts.get(0).id());
  }

  @Test
  void whatCameAlongWithOneFaultIsToldWhenItIsTheNext() {
    int saturation = DistortionType.SATURATION.ordinal();
    Watched stream = new Watched().seconds(20).add(Watched.BLUR, 0.6).add(saturation, -0.15);
    stream.seconds(5).add(Watched.BLUR, 0).add(saturation, 0).seconds(1);
    stream.add(saturation, -0.6).seconds(5);

    assertThat(stream.alerts).extracting(Alert::type).containsExactly("blur", "saturation", "blur");
  }

  @Test
  void aLargeChangeBesideOneThatIsStillOpenIsAnAlertOfItsOwn() {
    Watched stream = new Watched().seconds(20).add(Watched.BLUR, 0.9).seconds(5);
    stream.add(Watched.BLUR, 0).add(DistortionType.SATURATION.ordinal(), -0.6).frames(5);

    assertThat(stream.seconds(5).kinds()).containsExactly("regression", "regression", "regression");
    assertThat(stream.alerts).extracting(Alert::type).containsOnlyOnce("saturation");
  }

  @Test
  void whatALargeChangeDoesToOtherTypesLaterIsNoNews() {
    Watched stream = new Watched().seconds(20).add(Watched.BLUR, 0.4).seconds(15);
    stream.add(DistortionType.SMEARING.ordinal(), 0.055).seconds(15);

    assertThat(stream.kinds()).containsExactly("regression");
  }

  @Test
  void typesThatChangeTogetherAreOneAlertOfTheStrongest() {
    Watched stream =
        new Watched()
            .seconds(20)
            .add(Watched.NOISE, 0.15)
            .add(Watched.BLUR, 0.4)
            .add(Quantity.SCORE, -40)
            .seconds(5);

    assertThat(stream.alerts).hasSize(1);
    assertThat(stream.alerts.get(0).type()).isEqualTo("blur");
    assertThat(stream.alerts.get(0).message())
        .contains("with it more luma noise")
        .contains("the score went from -5");
  }

  @Test
  void aSecondFaultLaterIsAnAlertOfItsOwn() {
    Watched stream =
        new Watched()
            .seconds(20)
            .add(Watched.BLUR, 0.4)
            .seconds(10)
            .add(Watched.NOISE, 0.15)
            .seconds(5);

    assertThat(stream.alerts).extracting(Alert::type).containsExactly("blur", "noise");
  }

  @Test
  void aFallOfTheScoreAloneIsTold() {
    Watched stream = new Watched().seconds(20).add(Quantity.SCORE, -12).seconds(2);

    assertThat(stream.alerts).hasSize(1);
    assertThat(stream.alerts.get(0).type()).isEqualTo(Alert.SCORE);
    assertThat(stream.kinds()).containsExactly("regression");
  }

  /** Capture time counts, not the number of frames that were scored. */
  @ParameterizedTest
  @CsvSource({"2, 40", "4, 50", "8, 60"})
  void aStepIsFoundAsSoonWhenOnlyEveryKthFrameIsScored(int k, int atMost) {
    Watched stream = new Watched().every(k).seconds(40).add(Watched.NOISE, 0.2).frames(atMost);

    assertThat(stream.kinds()).containsExactly("regression");
  }

  @Test
  void atACutTheBaselineMovesToTheNewScene() {
    Watched stream = new Watched().seconds(20);
    stream.shows(Watched.picture(160), Watched.picture(160)).add(Watched.NOISE, 0.15);

    assertThat(stream.seconds(60).alerts).isEmpty();
    assertThat(stream.add(Watched.NOISE, 0.3).seconds(2).kinds()).containsExactly("regression");
  }

  @Test
  void aJumpAtACutThatContentDoesNotExplainIsTold() {
    Watched stream = new Watched().seconds(20);
    stream.shows(Watched.picture(160), Watched.picture(160)).add(Watched.NOISE, 0.4);

    assertThat(stream.seconds(5).kinds()).containsExactly("regression");
  }

  @Test
  void whatHasLastedForAnHourIsNormal() {
    Watched stream = new Watched().seconds(20).add(Watched.NOISE, 0.2).seconds(3700);

    assertThat(stream.alerts).hasSize(2);
    assertThat(stream.alerts.get(1).message()).contains("normal now");
    assertThat(stream.add(Watched.NOISE, 0).seconds(2).kinds()).endsWith("improvement");
  }

  @Test
  void severalThatLastedTogetherForAnHourAreNormalTogether() {
    Watched stream = new Watched().seconds(20).add(Quantity.SCORE, -40).seconds(0.05);
    stream.add(Watched.NOISE, 0.3).add(Watched.BLUR, 0.2).seconds(3700);

    assertThat(stream.alerts).hasSize(2);
    assertThat(stream.alerts.get(1).message()).contains("normal now");
    assertThat(stream.seconds(10).alerts).hasSize(2);
  }

  @Test
  void afterACrashAnAlertIsNeitherOpenedAgainNorForgotten() {
    Watched steady = new Watched().seconds(3).crash().seconds(17);
    steady.add(Watched.NOISE, 0.2).frames(5).crash().frames(10).crash().seconds(3).crash();
    steady.add(Watched.NOISE, 0).seconds(1).crash().seconds(9);
    Watched whole = new Watched().seconds(20);
    whole.add(Watched.NOISE, 0.2).frames(15).seconds(3).add(Watched.NOISE, 0).seconds(10);

    assertThat(steady.alerts).hasSize(2).isEqualTo(whole.alerts);
  }
}
