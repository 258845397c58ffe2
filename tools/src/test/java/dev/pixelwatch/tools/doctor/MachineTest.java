package dev.pixelwatch.tools.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class MachineTest {
  @Test
  void thePortsThatAreOfferedAreDifferentAndOnThisMachineOnly() throws Exception {
    String detail = Machine.ports().detail();

    String[] ports = detail.replaceAll(".*such as ", "").split(" and ", -1);
    assertThat(detail).startsWith("127.0.0.1 ");
    assertThat(ports[0]).isNotEqualTo(ports[1]);
  }

  @Test
  void theJavaThatRunsIsTheOneThatIsNamed() {
    assertThat(Machine.java().detail()).startsWith(Runtime.version().feature() + ".");
  }

  @Test
  void aProgramThatIsNotThereIsNoFault() {
    Finding finding = Programs.found();

    assertThat(finding.status()).isEqualTo(Finding.Status.INFO);
    assertThat(finding.detail())
        .containsPattern("ffmpeg (not )?found, .*docker (not )?found \\(none is needed\\)");
  }

  @Test
  void aRemedyIsThereOnlyWhereSomethingIsToBeDone() {
    JsonNode fine = json(Finding.ok("disk", "there"));
    JsonNode missing = json(Finding.missing("disk", "full", "Free some space."));

    assertThat(fine.has("remedy")).isFalse();
    assertThat(missing.get("remedy").asString()).isEqualTo("Free some space.");
  }

  private static JsonNode json(Finding finding) {
    return JsonMapper.shared().valueToTree(finding);
  }
}
