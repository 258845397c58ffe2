package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that is away for a while and comes back on the same port with the same data. */
class BrokerAwayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  private EmbeddedBroker broker(int port) {
    return EmbeddedBroker.start(folder.resolve("broker"), port);
  }

  @Test
  void framesWaitForItAndNoneIsLost() {
    int port = LocalPorts.choose(0);
    EmbeddedBroker before = broker(port);
    MonitorConfig config =
        MonitorConfig.builder(before.bootstrapServers(), folder.resolve("state"))
            .set(MonitorOption.BROKER_PATIENCE, MonitorOption.BROKER_PATIENCE.maximum())
            .build();
    try (FramePublisher publisher = new FramePublisher(config);
        Outcomes results = new Outcomes(config)) {
      Rig.publishPairs(publisher, 0, 1);
      assertThat(publisher.silence()).isZero();
      before.close();

      // It may be that the call itself waits.
      CompletableFuture<Void> publishing =
          CompletableFuture.runAsync(() -> Rig.publishPairs(publisher, 1, 2));
      await().atMost(PATIENCE).until(() -> publisher.silence().toMillis() > 1_000);

      try (EmbeddedBroker after = broker(port);
          Monitor monitor = Rig.start(config)) {
        assertThat(publishing).succeedsWithin(PATIENCE);
        assertThat(results.untilSettled(2).scoredNumbers()).containsExactly(0L, 1L);
        monitor.check();
      }
    }
  }

  @Test
  void aReaderKnowsThatItIsAwayAndThatItIsBack() {
    int port = LocalPorts.choose(0);
    EmbeddedBroker before = broker(port);
    MonitorConfig config =
        MonitorConfig.builder(before.bootstrapServers(), folder.resolve("state")).build();
    try (ResultReader reader = ResultReader.fromEnd(config)) {
      reader.poll(Duration.ofMillis(100));
      assertThat(reader.silence()).isLessThan(Duration.ofSeconds(1));
      before.close();

      await().atMost(PATIENCE).pollInSameThread().until(() -> silence(reader).toMillis() > 1_000);

      try (EmbeddedBroker after = broker(port)) {
        await().atMost(PATIENCE).pollInSameThread().until(() -> silence(reader).toMillis() < 1_000);
      }
    }
  }

  private static Duration silence(ResultReader reader) {
    reader.poll(Duration.ofMillis(100));
    return reader.silence();
  }
}
