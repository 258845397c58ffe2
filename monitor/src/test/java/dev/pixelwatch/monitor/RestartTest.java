package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.UserError;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stops in mid-stream, every frame has exactly one outcome, and none is scored twice. */
@ExtendWith(Rig.Extension.class)
class RestartTest {
  /** What is done to a monitor when half of the processed frames have come. */
  private interface Interruption {
    Monitor interrupt(Monitor monitor, MonitorConfig config, SimpleMeterRegistry registry);
  }

  /**
   * @param settled how many frames have their outcome by then; with 30 the first monitor has read
   *     on both partitions all references, which were published before
   */
  private static SimpleMeterRegistry interruptInMidStream(
      MonitorConfig config, int settled, Interruption interruption) {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    Monitor monitor = Rig.start(config);
    try (FramePublisher publisher = new FramePublisher(config);
        Outcomes results = new Outcomes(config)) {
      Rig.publish(publisher, Side.REFERENCE, 0, 60);
      Rig.publish(publisher, Side.PROCESSED, 0, 30);
      results.untilSettled(settled);
      monitor = interruption.interrupt(monitor, config, registry);
      Rig.publish(publisher, Side.PROCESSED, 30, 60);

      results.untilSettled(60);
      assertThat(results.settledNumbers()).isEqualTo(Rig.numbers(0, 60));
      assertThat(results.scoredNumbers()).isEqualTo(Rig.numbers(0, 60));
    } finally {
      monitor.close();
    }
    return registry;
  }

  @Test
  void aMonitorThatIsStoppedAndStartedGoesOnWhereItWas(Rig rig) {
    SimpleMeterRegistry second =
        interruptInMidStream(
            rig.config().build(),
            30,
            (monitor, config, registry) -> {
              monitor.close();
              return Rig.start(config, registry);
            });

    assertThat(second.counter(MetricNames.REREADS).count()).isGreaterThanOrEqualTo(30);
  }

  @Test
  void aMonitorWhoseStateDirectoryIsLostGoesOnFromTheChangelog(
      Rig rig, @TempDir Path otherDirectory) {
    interruptInMidStream(
        rig.config().build(),
        10,
        (monitor, config, registry) -> {
          monitor.close();
          MonitorConfig moved =
              MonitorConfig.builder(config.bootstrapServers(), otherDirectory)
                  .topicPrefix(config.topicPrefix())
                  .build();
          return Rig.start(moved, registry);
        });
  }

  @Test
  void aMonitorThatIsKilledGoesOnWhereItsLastTransactionEnded(Rig rig) throws Exception {
    MonitorConfig config = rig.config().build();
    Process process = MonitorProcess.start(config);
    try (FramePublisher publisher = new FramePublisher(config);
        Outcomes results = new Outcomes(config)) {
      Rig.publishPairs(publisher, 0, 100);
      results.until(() -> results.scores.size() >= 20);
      process.destroyForcibly().waitFor();
      assertThat(results.scores).hasSizeLessThan(100);
      process = MonitorProcess.start(config);

      results.untilSettled(100);
      assertThat(results.settledNumbers()).isEqualTo(Rig.numbers(0, 100));
      assertThat(results.scoredNumbers()).isEqualTo(Rig.numbers(0, 100));
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void aSecondMonitorTakesItsShareAndGivesItBackWhenItStops(Rig rig, @TempDir Path otherDirectory) {
    MonitorConfig config = rig.config().set(MonitorOption.FRAMES_PER_BLOCK, 1).build();
    MonitorConfig other =
        MonitorConfig.builder(config.bootstrapServers(), otherDirectory)
            .topicPrefix(config.topicPrefix())
            .set(MonitorOption.THREADS, 1)
            .build();
    Monitor second = Rig.start(other);
    try (Monitor first = Rig.start(config);
        FramePublisher publisher = new FramePublisher(config);
        Outcomes results = new Outcomes(config)) {
      Rig.publishPairs(publisher, 0, 20);
      results.untilSettled(20);
      second.close();
      Rig.publishPairs(publisher, 20, 40);

      assertThat(results.untilSettled(40).scoredNumbers()).isEqualTo(Rig.numbers(0, 40));
      first.check();
      assertThatThrownBy(second::check).isInstanceOf(UserError.class);
    } finally {
      second.close();
    }
  }

  @Test
  void aBrokerThatIsRestartedOnItsDirectoryHasItsDataAndTheMonitorGoesOn(@TempDir Path directory) {
    EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"));
    MonitorConfig config =
        MonitorConfig.builder(broker.bootstrapServers(), directory.resolve("state"))
            .set(MonitorOption.PARTITIONS, 1)
            .set(MonitorOption.THREADS, 1)
            .build();
    try (FramePublisher publisher = new FramePublisher(config);
        Monitor monitor = Rig.start(config)) {
      Rig.publishPairs(publisher, 0, 10);
      try (Outcomes results = new Outcomes(config)) {
        results.untilSettled(10);
      }
      broker.close();
      broker = EmbeddedBroker.start(directory.resolve("broker"), port(config));
      Rig.publishPairs(publisher, 10, 20);

      try (Outcomes results = new Outcomes(config)) {
        assertThat(results.untilSettled(20).scoredNumbers()).isEqualTo(Rig.numbers(0, 20));
      }
    } finally {
      broker.close();
    }
  }

  private static int port(MonitorConfig config) {
    return Integer.parseInt(config.bootstrapServers().split(":")[1]);
  }
}
