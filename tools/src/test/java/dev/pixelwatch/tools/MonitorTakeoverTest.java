package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.monitor.EmbeddedBroker;
import dev.pixelwatch.monitor.FrameIdentity;
import dev.pixelwatch.monitor.FramePublisher;
import dev.pixelwatch.monitor.MonitorConfig;
import dev.pixelwatch.monitor.Result;
import dev.pixelwatch.monitor.ResultReader;
import dev.pixelwatch.monitor.Side;
import dev.pixelwatch.schemas.OutcomeKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MonitorTakeoverTest {
  private static final int FRAMES = 300;
  private static final int BLACK_FROM = 200;
  private static final Picture PICTURE = Clips.street(64, 64, 1).get(0);
  private static final Picture BLACK = black();

  @TempDir Path folder;
  private final List<Long> settled = new ArrayList<>();
  private final List<Long> scored = new ArrayList<>();

  private static Picture black() {
    Picture grey = Picture.grey(64, 64);
    byte[] luma = new byte[grey.luma().length];
    Arrays.fill(luma, (byte) 16);
    return grey.withLuma(luma);
  }

  private Program monitor(EmbeddedBroker broker, String name) throws Exception {
    return Program.start(
        folder,
        Main.class,
        List.of("-Xmx384m"),
        "monitor",
        "--mode",
        "complete",
        "--bootstrap-servers",
        broker.bootstrapServers(),
        "--data",
        folder.resolve(name));
  }

  @Test
  void whenOneOfTwoMonitorsIsKilledTheOtherTakesOverAndNoFrameIsLostOrScoredTwice()
      throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"));
        Program first = monitor(broker, "first")) {
      first.await("Monitoring the topics");
      MonitorConfig config =
          MonitorConfig.builder(broker.bootstrapServers(), folder.resolve("unused")).build();
      try (Program second = monitor(broker, "second");
          FramePublisher publisher = new FramePublisher(config);
          ResultReader reader = ResultReader.fromBeginning(config)) {
        second.await("Monitoring the topics");
        publish(publisher, 0, FRAMES / 2);
        first.close();
        publish(publisher, FRAMES / 2, FRAMES);

        Awaitility.await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> read(reader) && settled.size() >= FRAMES);
        second.await("camera: ALERT since frame 2\\d\\d: The processed picture is black");
        second.signal("INT");
        Program.End end = second.end();
        assertThat(end.exitCode()).isEqualTo(130);
        assertThat(end.out()).contains("camera: " + FRAMES + " scored, 0 skipped");
      }
    }

    List<Long> all = LongStream.range(0, FRAMES).boxed().toList();
    assertThat(settled).containsExactlyInAnyOrderElementsOf(all);
    assertThat(scored).containsExactlyInAnyOrderElementsOf(all);
  }

  private static void publish(FramePublisher publisher, int from, int to) {
    for (int i = from; i < to; i++) {
      FrameIdentity identity = new FrameIdentity("camera", "isp", "1", i, 40_000L * i);
      publisher.publish(Side.REFERENCE, identity, PICTURE);
      publisher.publish(Side.PROCESSED, identity, i < BLACK_FROM ? PICTURE : BLACK);
    }
    publisher.flush();
  }

  private boolean read(ResultReader reader) {
    for (Result result : reader.poll(Duration.ofMillis(200))) {
      if (result instanceof Result.Settled outcome
          && outcome.outcome().getKind() != OutcomeKind.DUPLICATE) {
        settled.add(outcome.outcome().getFrameNumber());
      } else if (result instanceof Result.Scored score) {
        scored.add(score.score().getFrameNumber());
      }
    }
    return true;
  }
}
