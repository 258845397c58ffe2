package dev.pixelwatch.tools.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SummaryJsonTest {
  @TempDir Path folder;

  @Test
  void fieldsHaveTheNamesAndTheOrderOfTheContract() throws IOException {
    JsonNode json = written(Runs.eventful());

    assertThat(json.propertyNames())
        .containsExactly(
            "version",
            "model",
            "stream",
            "frames",
            "outcomes",
            "score",
            "types",
            "top_types",
            "alerts",
            "speed",
            "run");
    assertThat(json.get("model").propertyNames()).containsExactly("name", "sha256");
    assertThat(json.get("outcomes").propertyNames())
        .containsExactly("scored", "skipped", "unmatched", "duplicate", "lost", "failed");
    assertThat(json.get("score").propertyNames()).containsExactly("mean", "p5", "min");
    assertThat(json.get("types").propertyNames())
        .containsExactlyElementsOf(
            Arrays.stream(DistortionType.values()).map(DistortionType::id).toList());
    assertThat(json.get("types").get("blur").propertyNames()).containsExactly("mean", "p95", "max");
    assertThat(json.get("speed").propertyNames()).containsExactly("pairs_per_second", "covers");
  }

  @Test
  void valuesAreThoseOfTheRun() throws IOException {
    JsonNode json = written(Runs.eventful());

    assertThat(json.get("frames").asInt()).isEqualTo(240);
    assertThat(json.get("outcomes").get("unmatched").asInt()).isEqualTo(3);
    assertThat(json.get("types").get("exposure").get("max").asDouble()).isEqualTo(-0.4);
    assertThat(json.get("top_types").valueStream().map(JsonNode::asString))
        .containsExactly("blocking", "exposure");
    assertThat(json.get("speed").get("pairs_per_second").asDouble()).isEqualTo(41.26);
  }

  @Test
  void numbersThatNoFrameGaveAreNull() throws IOException {
    JsonNode json = written(List.of(Runs.notScored(0, FrameOutcome.LOST)));

    assertThat(json.get("score").get("mean").isNull()).isTrue();
    assertThat(json.get("types").get("noise").get("p95").isNull()).isTrue();
    assertThat(json.get("top_types").isEmpty()).isTrue();
  }

  @Test
  void identicalVideosScoreZeroAndNameNoType() throws IOException {
    JsonNode json = written(Runs.identical(10));

    assertThat(json.get("score").get("mean").asDouble()).isZero();
    assertThat(json.get("top_types").isEmpty()).isTrue();
  }

  @Test
  void writingLeavesNothingButTheFile() throws IOException {
    written(Runs.identical(1));

    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("summary.json"));
    }
  }

  @Test
  void aFailedWriteLeavesTheEarlierFileAsItWas() throws IOException {
    Path file = folder.resolve("summary.json");
    Files.writeString(file, "earlier");
    Files.createDirectory(folder.resolve(".summary.json.part"));
    Summary summary = Summary.of(Runs.info(), Runs.identical(1));

    assertThatThrownBy(() -> SummaryJson.write(summary, file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(file.toString());
    assertThat(file).hasContent("earlier");
  }

  @Test
  void namesOfAnyKindReadBackAsTheyAre() throws IOException {
    String reference = "a \"quoted\" \\ name\n\u0001 \u00e4\ud83c\udfac.mp4";
    Summary summary = Summary.of(Runs.info(reference, "</script>"), Runs.identical(1));
    Path file = folder.resolve("summary.json");
    SummaryJson.write(summary, file);

    JsonNode run = JsonMapper.builder().build().readTree(Files.readString(file)).get("run");

    assertThat(run.get("reference").asString()).isEqualTo(reference);
    assertThat(run.get("processed").asString()).isEqualTo("</script>");
  }

  private JsonNode written(List<FrameResult> results) throws IOException {
    Path file = folder.resolve("summary.json");
    SummaryJson.write(Summary.of(Runs.info(), results), file);
    return JsonMapper.builder().build().readTree(Files.readString(file));
  }
}
