package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.monitor.detect.AlertJson;
import dev.pixelwatch.monitor.detect.Box;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames go in at 25 a second, alerts come out. */
class DetectionTest {
  private TopologyRig rig;
  private final List<Alert> alerts = new ArrayList<>();

  @BeforeEach
  void start(@TempDir Path directory) {
    rig = new TopologyRig(directory, LumaDifferenceNetwork::assess);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  /** Pairs of which the processed frame is brighter by so much. */
  private void publish(long from, long to, int brighter) {
    for (long i = from; i < to; i++) {
      Duration time = Duration.ofMillis(40 * i);
      rig.publish(Side.REFERENCE, i, TestFrames.grey(100), time);
      rig.publish(Side.PROCESSED, i, TestFrames.grey(100 + brighter), time);
    }
    collect();
  }

  private void collect() {
    rig.driver.advanceWallClockTime(Duration.ofSeconds(12));
    rig.read(rig.topics.alerts()).stream().map(AlertJson::decode).forEach(alerts::add);
  }

  @Test
  void aStreamThatStaysAsItIsRaisesNoAlert() {
    publish(0, 1000, 10);

    assertThat(alerts).isEmpty();
  }

  @Test
  void aStepOpensOneAlertAndItsEndClosesIt() {
    publish(0, 200, 0);
    publish(200, 300, 40);
    publish(300, 500, 0);

    assertThat(alerts).hasSize(2);
    Alert opened = alerts.get(0);
    Alert closed = alerts.get(1);
    assertThat(opened.kind()).isEqualTo("regression");
    assertThat(opened.type()).isEqualTo("exposure");
    assertThat(opened.direction()).isEqualTo(1);
    assertThat(opened.openedFrame()).isEqualTo(200);
    assertThat(opened.isOpen()).isTrue();
    assertThat(opened.baseline()).isZero();
    assertThat(opened.current()).isBetween(0.1, 0.16);
    assertThat(opened.box()).isEqualTo(new Box(0, 0, TestFrames.WIDTH, TestFrames.HEIGHT));
    assertThat(opened.evidenceFrames()).isNotEmpty().allMatch(n -> n >= 200 && n < 230);
    assertThat(opened.message()).startsWith("Brighter than before: exposure went from +0.00");
    assertThat(closed.id()).isEqualTo(opened.id());
    assertThat(closed.closedFrame()).isBetween(300L, 330L);
  }

  @Test
  void framesThatNeverComeAreDropped() {
    publish(0, 200, 0);
    for (long i = 200; i < 300; i++) {
      if (i % 10 != 0) {
        publish(i, i + 1, 0);
      }
    }
    publish(300, 700, 0);

    assertThat(alerts).extracting(Alert::kind).containsExactly("dropped", "dropped");
    assertThat(alerts.get(0).openedFrame()).isBetween(200L, 202L);
    assertThat(alerts.get(1).isOpen()).isFalse();
  }
}
