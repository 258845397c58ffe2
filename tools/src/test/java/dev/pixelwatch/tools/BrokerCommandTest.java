package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.FrameIdentity;
import dev.pixelwatch.monitor.FramePublisher;
import dev.pixelwatch.monitor.MonitorConfig;
import dev.pixelwatch.monitor.MonitorOption;
import dev.pixelwatch.monitor.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BrokerCommandTest {
  /** Room for the indexes that Kafka sets apart, which have 10 MiB, and for some frames. */
  private static final int BLOCKS_OF_512_BYTES = 24 << 10;

  private static final Pattern LISTENS = Pattern.compile("listens on (127\\.0\\.0\\.1:\\d+)");

  @TempDir private Path folder;

  @Test
  void aBrokerWhoseDiskIsFullEndsTheCommandWithWords() throws Exception {
    Path said = folder.resolve("said");
    Process broker =
        FullDisk.program(
                BLOCKS_OF_512_BYTES,
                Main.class,
                "broker",
                "--port",
                0,
                "--data",
                folder.resolve("data"))
            .redirectOutput(said.toFile())
            .start();
    try {
      fill(address(said));

      assertThat(broker.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(Files.readString(said)).contains("the embedded broker has stopped", "full");
      assertThat(broker.exitValue()).isEqualTo(2);
    } finally {
      broker.destroyForcibly();
    }
  }

  private static String address(Path said) throws Exception {
    for (int i = 0; i < 600; i++) {
      Matcher listens = LISTENS.matcher(Files.readString(said));
      if (listens.find()) {
        return listens.group(1);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError(Files.readString(said));
  }

  private void fill(String address) {
    MonitorConfig config =
        MonitorConfig.builder(address, folder.resolve("unused"))
            .set(MonitorOption.PARTITIONS, 1)
            .set(MonitorOption.BROKER_PATIENCE, 5_000)
            .build();
    Picture picture = Picture.grey(1280, 720);
    assertThatThrownBy(
            () -> {
              try (FramePublisher publisher = new FramePublisher(config)) {
                for (long i = 0; i < 60; i++) {
                  publisher.publish(
                      Side.REFERENCE, new FrameIdentity("camera", "isp", "7", i, i), picture);
                }
              }
            })
        .isInstanceOf(UserError.class);
  }
}
