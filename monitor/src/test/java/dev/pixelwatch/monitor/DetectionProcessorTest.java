package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.monitor.detect.Box;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a task of the detectors keeps in memory beside its stores. */
class DetectionProcessorTest {
  private static final String STREAM = "camera";

  private DetectionRig rig;

  @BeforeEach
  void open(@TempDir Path directory) {
    rig = new DetectionRig(directory);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void whatAnAbortedTransactionSawIsSeenAgainAndToldAgain() {
    rig.score(STREAM, 0, 200, 0);
    byte[] committed = rig.stored(STREAM);
    rig.score(STREAM, 200, 230, 0.5f);
    List<Alert> aborted = rig.alerts();

    rig.restore(STREAM, committed);
    rig.init();
    rig.score(STREAM, 200, 230, 0.5f);

    assertThat(aborted).extracting(Alert::kind).containsExactly("regression");
    assertThat(rig.alerts()).isEqualTo(aborted);
  }

  @Test
  void aStreamThatComesBackAfterTenMinutesHasItsBaselineAndNoMapsOfBefore() {
    rig.map(STREAM, 180, 200, 0.5f);
    rig.score(STREAM, 0, 200, 0);
    rig.waitMs(600_000);

    rig.map(STREAM, 200, 220, 0.5f);
    rig.score(STREAM, 200, 220, 0.5f);

    Alert alert = rig.alerts().get(0);
    assertThat(alert.openedFrame()).isEqualTo(200);
    assertThat(alert.baseline()).isZero();
    assertThat(alert.box()).isEqualTo(new Box(0, 0, 64, 48));
  }

  @Test
  void whatComesLateAfterATakeoverIsNoNewRun() {
    rig.score(STREAM, 0, 1800, 0);
    rig.score(STREAM, 1800, 2000, 0.5f);

    rig.score(STREAM, 700, 708, 0);
    rig.score(STREAM, 2000, 2010, 0.5f);

    assertThat(rig.alerts()).hasSize(1).allMatch(Alert::isOpen);
  }

  @Test
  void framesOfTheRunBeforeThatStillWaitDoNotDisturbTheNewOne() {
    rig.score(STREAM, 0, 1990, 0);
    rig.score(STREAM, 1991, 2000, 0);

    rig.score(STREAM, 0, 100, 0);
    rig.score(STREAM, 100, 800, 0.5f);

    assertThat(rig.alerts()).hasSize(1).allMatch(Alert::isOpen);
  }
}
