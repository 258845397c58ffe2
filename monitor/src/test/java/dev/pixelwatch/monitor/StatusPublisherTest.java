package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.schemas.StreamState;
import dev.pixelwatch.schemas.StreamStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Rig.Extension.class)
class StatusPublisherTest {
  private static StreamStatus status(StreamState state) {
    return new StreamStatus(
        "camera", "isp", "7", 1_000_000L, state, "a reason", 10L, 9L, 4L, -3, 0.9, 0.25, null);
  }

  @Test
  void statesAreReadAsTheyWereSentAndInOrder(Rig rig) {
    MonitorConfig config = rig.config().build();
    List<StreamStatus> read = new ArrayList<>();
    try (StatusPublisher publisher = new StatusPublisher(config);
        ResultReader reader = ResultReader.fromBeginning(config)) {
      publisher.publish(status(StreamState.ALIGNING));
      publisher.publish(status(StreamState.LIVE));

      Awaitility.await().until(() -> readInto(read, reader).size() == 2);
    }
    assertThat(read).containsExactly(status(StreamState.ALIGNING), status(StreamState.LIVE));
  }

  private static List<StreamStatus> readInto(List<StreamStatus> read, ResultReader reader) {
    for (Result result : reader.poll(Duration.ofMillis(100))) {
      if (result instanceof Result.Stated stated) {
        read.add(stated.status());
      }
    }
    return read;
  }
}
