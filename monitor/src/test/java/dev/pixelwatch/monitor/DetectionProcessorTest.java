package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.monitor.detect.Alert;
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
    rig.score(STREAM, 0, 200, 0, false);
    byte[] committed = rig.stored(STREAM);
    rig.score(STREAM, 200, 230, 0.5f, false);
    List<Alert> aborted = rig.alerts();

    rig.restore(STREAM, committed);
    rig.init();
    rig.score(STREAM, 200, 230, 0.5f, false);

    assertThat(aborted).extracting(Alert::kind).containsExactly("regression");
    assertThat(rig.alerts()).isEqualTo(aborted);
  }
}
