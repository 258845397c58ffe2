package dev.pixelwatch.tools.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.media.Encoding;
import dev.pixelwatch.media.FrameRate;
import dev.pixelwatch.monitor.EmbeddedBroker;
import dev.pixelwatch.monitor.FramePublisher;
import dev.pixelwatch.monitor.Mode;
import dev.pixelwatch.monitor.MonitorConfig;
import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.monitor.detect.DetectorConfig;
import dev.pixelwatch.tools.Clips;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PairPublisherTest {
  @TempDir static Path folder;
  private static EmbeddedBroker broker;
  private static MonitorConfig config;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(folder.resolve("broker"));
    config = MonitorConfig.builder(broker.bootstrapServers(), folder.resolve("state")).build();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  /** Two minutes of video, so that it would be noticed. */
  @Test
  void whatAnEarlierRunPublishedIsNotSentAtTheRateOfTheVideoAgain() throws Exception {
    Path slow =
        Clips.video(
            folder.resolve("slow.mkv"),
            Clips.street(64, 64, 3),
            new FrameRate(1, 60),
            Encoding.lossless());
    publish(slow, options("slow", Mode.COMPLETE, 10), PublishedFrames.none("slow"));

    long frames = publish(slow, options("slow", Mode.LIVE, 10), PublishedFrames.of(config, "slow"));

    assertThat(frames).isEqualTo(3);
  }

  @Test
  void theFirstFramesAreThoseWithTheLowestNumbersWhereOneCouldNotBeDecoded() throws Exception {
    Path whole =
        Clips.video(
            folder.resolve("whole.mkv"), Clips.street(96, 64, 8), Clips.RATE, Encoding.mjpeg(3));
    Path damaged = Clips.withoutImage(whole, 3, folder.resolve("damaged.mkv"));

    long frames =
        publish(damaged, options("damaged", Mode.COMPLETE, 5), PublishedFrames.none("damaged"));

    assertThat(frames).isEqualTo(4);
    assertThat(PublishedFrames.of(config, "damaged").has(Side.REFERENCE, 4)).isTrue();
    assertThat(PublishedFrames.of(config, "damaged").has(Side.REFERENCE, 5)).isFalse();
  }

  private long publish(Path video, WatchOptions options, PublishedFrames known) throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (VideoPair videos = VideoPair.open(video, video, false);
        FramePublisher publisher = new FramePublisher(config)) {
      ResultCollector collector =
          new ResultCollector(options.stream(), Optional.empty(), options.maxFrames());
      PairPublisher pairs =
          new PairPublisher(
              videos, options, known, publisher, collector, () -> false, new SimpleMeterRegistry());
      return thread.submit(pairs).get(30, TimeUnit.SECONDS);
    } finally {
      thread.shutdownNow();
    }
  }

  private static WatchOptions options(String stream, Mode mode, long maxFrames) {
    return new WatchOptions(
        stream,
        "stage",
        "1",
        mode,
        maxFrames,
        Optional.empty(),
        "pixelwatch",
        Map.of(),
        Optional.empty(),
        DetectorConfig.defaults(),
        Optional.empty());
  }
}
