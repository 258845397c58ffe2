package dev.pixelwatch.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.runtime.ModelInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationTablesTest {
  private static final ModelInfo MODEL = new ModelInfo("live", "abc123");

  @Test
  void agreementWithPeopleStandsInTheHeadlineBesideTheBestBaseline() {
    assertThat(tables(agreement("jpeg", "noise")))
        .contains("Network live, sha256 `abc123`.")
        .contains("| people: SRCC on 4 judged pairs (best baseline: MDSI, 0.976) | 0.912 |");
  }

  @Test
  void everyMeasureHasARowAndEveryTypeAColumn() {
    assertThat(tables(agreement("jpeg", "noise")))
        .contains(
            """
            | measure | all | jpeg (3) | noise (1) |
            |---|---|---|---|
            | Pixelwatch live | 0.912 | 0.900 | - |
            | PSNR | 0.871 | 0.900 | - |
            | MDSI | 0.976 | 0.900 | - |
            """);
  }

  @Test
  void aListWithoutTypesNeedsNoColumnForThem() {
    assertThat(tables(agreement("")))
        .contains("| measure | all |\n")
        .contains("| PSNR | 0.871 |\n");
  }

  @Test
  void whatWasNotMeasuredIsNotMentioned() {
    String onlyPairs =
        EvaluationTables.markdown(
            new Measurements(
                MODEL,
                Optional.empty(),
                List.of(new KnownPairs.Row("dark.png", "exposure", -1, "exposure", -0.5)),
                Optional.empty()));

    assertThat(onlyPairs)
        .contains("| real pairs: expected type first, direction right | 1 of 1 |")
        .contains("| dark.png | exposure -1 | exposure | -0.50 | yes |")
        .doesNotContain("people")
        .doesNotContain("photographs")
        .doesNotContain("leakage");
  }

  private static String tables(HumanAgreement human) {
    return EvaluationTables.markdown(
        new Measurements(MODEL, Optional.empty(), List.of(), Optional.of(human)));
  }

  private static HumanAgreement agreement(String first, String... more) {
    Map<String, Integer> pairs = new LinkedHashMap<>(Map.of(first, 3));
    Map<String, Double> byType = new LinkedHashMap<>(Map.of(first, 0.9));
    for (String type : more) {
      pairs.put(type, 1);
      byType.put(type, Double.NaN);
    }
    HumanAgreement.Point point = new HumanAgreement.Point("a.png", first, -1, -2);
    return new HumanAgreement(
        pairs,
        List.of(
            new HumanAgreement.Measure("network", "live", 0.912, byType),
            new HumanAgreement.Measure("psnr", "PSNR", 0.871, byType),
            new HumanAgreement.Measure("mdsi", "MDSI", 0.976, byType)),
        List.of(point, point, point, point));
  }
}
