package dev.pixelwatch.tools.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.monitor.Mode;
import dev.pixelwatch.monitor.MonitorConfig;
import dev.pixelwatch.monitor.detect.DetectorConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SystemOptionsTest {
  @Test
  void everyThreadHasAPartitionInNewTopics() {
    MonitorConfig one = options(1, 1000).monitor("host:9092", Path.of("state")).build();
    MonitorConfig six = options(6, 1000).monitor("host:9092", Path.of("state")).build();

    assertThat(one.threads()).isEqualTo(1);
    assertThat(one.partitions()).isEqualTo(4);
    assertThat(six.threads()).isEqualTo(6);
    assertThat(six.partitions()).isEqualTo(6);
  }

  @Test
  void numbersOutOfRangeAreRefusedBeforeAnythingStarts() {
    assertThatThrownBy(() -> options(0, 1000))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("threads is 0");
    assertThatThrownBy(() -> options(2, 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("latency-bound is 1");
  }

  private static SystemOptions options(int threads, long latencyMs) {
    return new SystemOptions(
        Optional.empty(),
        "pixelwatch",
        Optional.empty(),
        Mode.LIVE,
        Duration.ofMillis(latencyMs),
        threads,
        Map.of("security.protocol", "SSL"),
        () -> {
          throw new AssertionError("nothing is started");
        },
        DetectorConfig.defaults(),
        Optional.empty(),
        1 << 20,
        Optional.empty());
  }
}
