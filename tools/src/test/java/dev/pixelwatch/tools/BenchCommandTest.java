package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class BenchCommandTest {
  @Test
  void theNetworkBenchmarkSaysItsSpeedAndWhatItCovers() {
    JsonNode result = json("bench", "network", "--size", "64x48", "--seconds", "1", "--json");

    assertThat(result.get("pairs_per_second").asDouble()).isPositive();
    assertThat(result.get("latency_ms").get("p99").asDouble())
        .isGreaterThanOrEqualTo(result.get("latency_ms").get("median").asDouble());
    assertThat(result.get("covers").asString()).contains("network alone");
    assertThat(result.get("size").asString()).isEqualTo("64x48");
  }

  @Test
  void thePipelineBenchmarkSaysMemoryAndWhereTheTimeGoes() {
    JsonNode result = json("bench", "pipeline", "--size", "128x96", "--frames", "10", "--json");

    assertThat(result.get("pairs").asInt()).isEqualTo(10);
    assertThat(result.get("pairs_per_second").asDouble()).isPositive();
    assertThat(result.get("cpu_seconds").asDouble()).isPositive();
    assertThat(result.get("peak_resident_bytes").asLong()).isGreaterThan(50L << 20);
    assertThat(result.get("stage_ms").propertyNames())
        .containsExactly("decode", "publish", "network", "published to scored");
    assertThat(result.get("stage_ms").get("network").asDouble()).isPositive();
  }

  @Test
  void theWordsNameWorkersWhatIsCoveredAndTheModelWithADecimalPointEverywhere() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      Cli.Run run = Cli.run("bench", "network", "--size", "64x48", "--seconds", 1, "--threads", 2);

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out().lines().toList().get(0))
          .matches(
              "\\d+\\.\\d pairs/s at 64x48 with 2 workers; latency median \\d+\\.\\d ms, "
                  + "p99 \\d+\\.\\d ms \\(\\d+ pairs\\)");
      assertThat(run.out()).contains("covers the network alone", "sha256", "1 thread");
      assertThat(run.err()).isEmpty();
    } finally {
      Locale.setDefault(before);
    }
  }

  private static JsonNode json(Object... arguments) {
    Cli.Run run = Cli.run(arguments);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return JsonMapper.builder().build().readTree(run.out());
  }
}
