package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.Score;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndToEndTest {
  @Test
  void sixtyPairsComeBackScored(@TempDir Path dir) {
    try (EmbeddedBroker broker = EmbeddedBroker.start(dir.resolve("broker"))) {
      MonitorConfig config =
          MonitorConfig.builder(broker.bootstrapServers(), dir.resolve("state")).build();
      try (Monitor monitor =
              new Monitor(config, new LumaDifferenceNetwork(), new SimpleMeterRegistry());
          FramePublisher publisher = new FramePublisher(config);
          ResultReader reader = ResultReader.fromBeginning(config)) {
        monitor.start();
        for (int i = 0; i < 60; i++) {
          publisher.publish(Side.REFERENCE, TestFrames.identity(i), TestFrames.grey(100));
          publisher.publish(Side.PROCESSED, TestFrames.identity(i), TestFrames.grey(100 + i));
        }
        publisher.flush();
        List<Score> scores = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        long start = System.nanoTime();
        while ((scores.size() < 60 || outcomes.size() < 60)
            && System.nanoTime() - start < 20_000_000_000L) {
          for (Result result : reader.poll(Duration.ofMillis(100))) {
            if (result instanceof Result.Scored s) {
              scores.add(s.score());
            } else if (result instanceof Result.Settled s) {
              outcomes.add(s.outcome());
            }
          }
        }
        assertThat(scores).hasSize(60);
        assertThat(outcomes).extracting(Outcome::getKind).containsOnly(OutcomeKind.SCORED);
        assertThat(scores)
            .allSatisfy(
                s ->
                    assertThat(s.getIntensities().get(DistortionType.EXPOSURE.ordinal()))
                        .isCloseTo(s.getFrameNumber() / 255f, within(1e-5f)));
      }
    }
  }
}
