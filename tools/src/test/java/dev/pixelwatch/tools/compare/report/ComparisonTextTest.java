package dev.pixelwatch.tools.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.tools.compare.Comparison;
import dev.pixelwatch.tools.compare.Gate;
import dev.pixelwatch.tools.compare.Scored;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A comparison on the terminal and for machines. */
final class ComparisonTextTest {
  private static final Compared NOISIER = Reports.noisier("new.mp4");

  @Test
  void theTableHasTheScoreFirstThenWhatIsDecidedAndFitsEightyColumns() {
    List<String> lines = ComparisonTable.lines(NOISIER.comparison());

    assertThat(lines).hasSize(1 + 16 + 1).allSatisfy(l -> assertThat(l.length()).isLessThan(81));
    assertThat(lines.get(1)).startsWith("score ").endsWith("worse");
    assertThat(lines.get(2)).startsWith("noise ").endsWith("worse");
    assertThat(lines.get(3)).startsWith("blur ").endsWith("better");
    assertThat(lines.get(4)).endsWith("no difference");
  }

  @Test
  void aLongVerdictAndWideIntervalsFitEightyColumnsToo() {
    Comparison wide =
        Comparison.of(
            Scored.build("a", 30, Map.of(Reports.quantity("score"), -100.0)),
            Scored.build("b", 30, Map.of(Reports.quantity("score"), -250.0)),
            Gate.defaults());

    assertThat(ComparisonTable.lines(wide))
        .allSatisfy(line -> assertThat(line.length()).isLessThan(81));
  }

  @Test
  void whichFramesWereComparedAndWhatTheIntervalsRestOnIsSaid() {
    Comparison shifted =
        Comparison.of(
            Scored.build("a", 0, 100, Map.of()),
            Scored.build("b", 40, 100, Map.of()),
            Gate.defaults());

    assertThat(ComparisonWords.basis(shifted).get(0))
        .isEqualTo(
            "60 common frames, number 40 to 99; left out: 40 that only A has and 40 that only B"
                + " has.");
    assertThat(ComparisonWords.basis(shifted).get(1)).contains("stretches", "95 % confidence");
  }

  @Test
  void stretchesThatAreTooShortAreSaidWithTheFramesThatItTakes() {
    assertThat(ComparisonWords.basis(resting(6, 10))).hasSize(2);
    assertThat(ComparisonWords.basis(resting(11, 10)).get(2))
        .contains("only 6 frames long", "compare 165 frames or more");
  }

  /** Of 60 frames, which are alike over so many, cut into so many stretches. */
  private static Comparison resting(double blockLength, int batches) {
    Comparison c =
        Comparison.of(
            Scored.build("a", 60, Map.of()), Scored.build("b", 60, Map.of()), Gate.defaults());
    return new Comparison(
        c.a(), c.b(), c.frames(), c.gate(), c.differences(), blockLength, batches);
  }

  @Test
  void aTypeThatCrossesToTheOtherSideIsToldAlthoughItIsNotWorse() {
    Comparison crossed =
        Comparison.of(
            Scored.build("a", 200, Map.of(Reports.quantity("warmth"), 0.2)),
            Scored.build("b", 200, Map.of(Reports.quantity("warmth"), -0.2)),
            Gate.defaults());

    assertThat(ComparisonWords.sentences(crossed))
        .anySatisfy(
            text ->
                assertThat(text)
                    .startsWith("In warmth B is cooler by 0.4")
                    .endsWith("about as far from the reference."));
  }

  @Test
  void everyNumberStandsInTheJson() {
    JsonNode json = JsonMapper.shared().readTree(ComparisonJson.of(NOISIER));

    assertThat(json.get("gate").asString()).isEqualTo("failed");
    assertThat(json.get("exit_code").asInt()).isEqualTo(3);
    assertThat(json.get("b").get("name").asString()).isEqualTo("new.mp4");
    assertThat(json.get("frames").get("common").asInt()).isEqualTo(Reports.FRAMES);
    assertThat(json.get("quantities").propertyNames()).hasSize(16);
    JsonNode noise = json.get("quantities").get("noise");
    assertThat(noise.get("difference").asDouble()).isBetween(0.29, 0.31);
    assertThat(noise.get("low").asDouble()).isLessThan(noise.get("high").asDouble());
    assertThat(noise.get("verdict").asString()).isEqualTo("worse");
    assertThat(noise.get("allowed").asDouble()).isEqualTo(0.02);
    assertThat(noise.get("gate").asString()).isEqualTo("failed");
    assertThat(json.get("run").get("pairs_per_second").isNull()).isTrue();
    assertThat(json.get("direct").get("quantities").propertyNames()).hasSize(16);
  }
}
