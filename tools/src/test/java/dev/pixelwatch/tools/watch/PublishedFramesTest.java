package dev.pixelwatch.tools.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.monitor.EmbeddedBroker;
import dev.pixelwatch.monitor.FrameIdentity;
import dev.pixelwatch.monitor.FramePublisher;
import dev.pixelwatch.monitor.MonitorConfig;
import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.tools.Clips;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublishedFramesTest {
  private static final long LONG_AGO_MS = 1_700_000_000_000L;

  @TempDir static Path folder;
  private static EmbeddedBroker broker;
  private static MonitorConfig config;

  /** The reference came as far as frame 19, the processed side as far as frame 11. */
  @BeforeAll
  static void publishSome() {
    broker = EmbeddedBroker.start(folder.resolve("broker"));
    config = MonitorConfig.builder(broker.bootstrapServers(), folder.resolve("state")).build();
    Picture picture = Clips.street(64, 64, 1).get(0);
    try (FramePublisher publisher = new FramePublisher(config)) {
      for (long frame = 0; frame < 20; frame++) {
        publish(publisher, Side.REFERENCE, "cam", frame, picture);
        if (frame < 12) {
          publish(publisher, Side.PROCESSED, "cam", frame, picture);
        }
      }
      for (long frame = 0; frame < 30; frame++) {
        publish(publisher, Side.PROCESSED, "another", frame, picture);
      }
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void eachSideIsKnownUpToItsOwnLastFrame() {
    PublishedFrames published = PublishedFrames.of(config, "cam");

    assertThat(published.has(Side.REFERENCE, 0)).isTrue();
    assertThat(published.has(Side.REFERENCE, 19)).isTrue();
    assertThat(published.has(Side.REFERENCE, 20)).isFalse();
    assertThat(published.has(Side.PROCESSED, 11)).isTrue();
    assertThat(published.has(Side.PROCESSED, 12)).isFalse();
  }

  @Test
  void aFrameThatIsMissingOnOneSideTakesTheTimeOfItsPartner() {
    PublishedFrames published = PublishedFrames.of(config, "cam");

    assertThat(published.partnerTimestampMs(Side.PROCESSED, 15)).contains(LONG_AGO_MS);
    assertThat(published.partnerTimestampMs(Side.PROCESSED, 25)).isEmpty();
  }

  @Test
  void aStreamThatIsNewHasNoFrames() {
    assertThat(PublishedFrames.of(config, "unheard").has(Side.REFERENCE, 0)).isFalse();
    assertThat(PublishedFrames.none("cam").has(Side.REFERENCE, 0)).isFalse();
  }

  private static void publish(
      FramePublisher publisher, Side side, String stream, long frame, Picture picture) {
    FrameIdentity identity = new FrameIdentity(stream, "isp", "1", frame, 40_000 * frame);
    publisher.publish(side, identity, picture, LONG_AGO_MS);
  }
}
