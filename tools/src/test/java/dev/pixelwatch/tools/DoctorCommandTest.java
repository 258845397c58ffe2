package dev.pixelwatch.tools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class DoctorCommandTest {
  @Test
  void aMachineThatBuildsPixelwatchCanRunItsNetworkAndCodecs() {
    JsonNode findings = JsonMapper.builder().build().readTree(Cli.run("doctor", "--json").out());

    assertThat(findings.get("version").asString()).isNotEmpty();
    assertThat(status(findings, "network")).isEqualTo("OK");
    assertThat(status(findings, "codecs")).isEqualTo("OK");
    assertThat(status(findings, "ports")).isEqualTo("OK");
  }

  @Test
  void eachPartHasALineForPeople() {
    String out = Cli.run("doctor").out();

    assertThat(out.lines().map(line -> line.split(" +", -1)[1]))
        .contains("java", "memory", "disk", "ports", "network", "codecs", "programs");
  }

  private static String status(JsonNode document, String name) {
    for (JsonNode finding : document.get("findings")) {
      if (finding.get("name").asString().equals(name)) {
        return finding.get("status").asString();
      }
    }
    throw new AssertionError("no finding is called " + name);
  }
}
