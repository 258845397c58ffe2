package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster with TLS and SASL: every client must carry the properties. */
class SecuredClusterTest {
  @TempDir static Path folder;
  private static SecuredBroker broker;

  @BeforeAll
  static void start() throws Exception {
    broker = SecuredBroker.start(folder);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  private static MonitorConfig config(Map<String, String> properties) {
    MonitorConfig.Builder config =
        MonitorConfig.builder(broker.bootstrapServers(), folder.resolve("state"));
    properties.forEach(config::kafkaProperty);
    return config.build();
  }

  @Test
  void framesAreScoredAndResultsRead() {
    MonitorConfig config = config(broker.clientProperties());
    try (FramePublisher publisher = new FramePublisher(config);
        Monitor monitor = Rig.start(config);
        Outcomes results = new Outcomes(config);
        TopicReader reader =
            TopicReader.fromEnd(
                config, List.of(new Topics(config.topicPrefix()).frames(Side.REFERENCE)))) {
      Rig.publishPairs(publisher, 0, 5);

      assertThat(results.untilSettled(5).scoredNumbers()).isEqualTo(Rig.numbers(0, 5));
      reader.endHere();
      monitor.check();
    }
  }

  @Test
  void aWrongPasswordIsNamed() {
    MonitorConfig config = config(broker.clientProperties("wrong"));

    assertThatThrownBy(() -> Topics.ensure(config))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("refused us")
        .hasMessageContaining("Authentication failed");
  }

  @Test
  void aClientWithoutTlsIsToldWhatMayBeMissing() {
    MonitorConfig config = config(Map.of());

    assertThatThrownBy(() -> Topics.ensure(config))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.hint()).contains("--kafka-properties"))
        .hasMessageContaining(broker.bootstrapServers());
  }
}
