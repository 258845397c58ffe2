package dev.pixelwatch.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.runtime.ModelInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
                "CPU",
                Optional.empty(),
                List.of(new KnownPairs.Row("dark.png", "exposure", -1, -0.5, "exposure", -0.5)),
                Optional.empty()));

    assertThat(onlyPairs)
        .contains("| real pairs: expected type first, direction right | 1 of 1 |")
        .contains("| dark.png | exposure -1 | -0.50 | exposure | -0.50 | yes |")
        .doesNotContain("people")
        .doesNotContain("photographs")
        .doesNotContain("leakage");
  }

  @Test
  void realPairsOfSeveralTypesAreCountedForEach() {
    assertThat(
            tables(
                List.of(
                    new KnownPairs.Row("a.png", "blur", 1, 0.5, "blur", 0.5),
                    new KnownPairs.Row("b.png", "blur", 1, 0.1, "noise", 0.5),
                    new KnownPairs.Row("c.png", "noise", 1, 0.5, "noise", 0.5))))
        .contains(
            """
            | real pairs: expected type first, direction right | 2 of 3 |
            | of them blur | 1 of 2 |
            | of them noise | 1 of 1 |
            """);
  }

  @Test
  void severalNetworksStandBesideEachOther() {
    HumanAgreement good = agreement("jpeg");
    List<HumanAgreement.Measure> measures = new ArrayList<>(good.measures());
    measures.set(0, new HumanAgreement.Measure("network", "less", 0.5, Map.of("jpeg", 0.5)));
    HumanAgreement bad = new HumanAgreement(good.pairs(), measures, good.points());
    Measurements whole =
        new Measurements(
            new ModelInfo("whole", "1"), "CPU", Optional.empty(), List.of(), Optional.of(good));
    Measurements less =
        new Measurements(
            new ModelInfo("less", "2"), "CPU", Optional.empty(), List.of(), Optional.of(bad));

    assertThat(EvaluationTables.comparison(List.of(whole, less)))
        .isEqualTo(
            """
            - whole: sha256 `1`
            - less: sha256 `2`


            | what | whole | less |
            |---|---|---|
            | people: SRCC on 4 judged pairs (best baseline: MDSI, 0.976) | 0.912 | 0.500 |
            """);
  }

  @Test
  void theHeadlineHasOneRowForEachFigureOfTheEvaluation() {
    String headline = tables(evaluation()).split("\n\n")[1];

    assertThat(headline)
        .isEqualTo(
            """
            | what | measured |
            |---|---|
            | one type, whole frame: right type first | 91.0 % |
            | three types, masks: Pearson with the true map, mean over types | 0.620 |
            | the same, worst type | 0.311 (ghosting) |
            | both frames distorted: Pearson, mean over types | 0.540 |
            | direction right where intensity is at least 0.2 | 95.6 % |
            | leakage: mean response of other types over the true one | 12.5 % |
            | anti-symmetry residual | 1.2e-07 |
            | largest deviation from 0.5 on identical frames | 0.0e+00 |""");
  }

  @Test
  void everyTypeHasItsRowWithTheMapPearsonOfThatType() {
    String text = tables(evaluation());

    assertThat(text).contains("mean intensity at least 0.1, 40 pairs a type:");
    for (DistortionType type : DistortionType.values()) {
      assertThat(text)
          .contains(
              "| %s | 91 %% | 98 %% | 0.87 | 12.5 %% | 0.%d00 | 44 | 51 |"
                  .formatted(type.id(), type.ordinal() % 10));
    }
  }

  @Test
  void whereTypesHaveNotAsManyPairsTheLeastIsSaid() {
    Evaluation evaluation = evaluation();
    List<Evaluation.SingleType> rows = new ArrayList<>(evaluation.singleTypes());
    rows.set(6, new Evaluation.SingleType("banding", 12, 0.9, 1, 1, 0.1, 40, 45, List.of()));

    assertThat(tables(with(rows, evaluation))).contains("at least 0.1, 12 to 40 pairs a type:");
  }

  @Test
  void theLadderHasARowForEachTypeAndAColumnForEachSeverity() {
    assertThat(tables(evaluation()))
        .contains("(rank correlation over all these pairs: 0.975)")
        .contains(
            """
            | type | 0.50 | 4.00 |
            |---|---|---|
            | blur | 20 (21) | 90 (101) |
            | blocking | 18 (19) | 77 (124) |
            """);
  }

  @Test
  void whatAShiftReadsAsIsSaid() {
    assertThat(tables(evaluation())).contains("| 1.00 | aliasing | 0.012 | 0.4 |");
  }

  @Test
  void theLeakageTableHasARowAndAColumnForEveryType() {
    List<String> lines = tables(evaluation()).lines().toList();
    int head =
        lines.indexOf(lines.stream().filter(l -> l.startsWith("| | noise")).findFirst().get());

    for (int row = 0; row < DistortionType.COUNT; row++) {
      String[] cells = lines.get(head + 2 + row).split("\\|");
      assertThat(cells[1].trim()).isEqualTo(DistortionType.values()[row].id());
      for (int column = 0; column < DistortionType.COUNT; column++) {
        assertThat(cells[2 + column].trim()).isEqualTo(row == column ? "40" : "5");
      }
    }
  }

  @Test
  void everyRowOfATableHasAsManyCellsAsItsHead() {
    String all =
        EvaluationTables.markdown(
            new Measurements(
                MODEL,
                "CPU",
                Optional.of(evaluation()),
                List.of(
                    new KnownPairs.Row("100 %s.png", "blur", 1, 0.1, "noise", 0.123),
                    new KnownPairs.Row("b.png", "tint", -1, -0.2, "tint", -0.2)),
                Optional.of(agreement("jpeg", "noise"))));
    int tables = 0;
    String last = "";
    for (String line : all.split("\n")) {
      if (line.startsWith("|")) {
        tables += last.startsWith("|") ? 0 : 1;
        assertThat(cells(line))
            .as(line)
            .isEqualTo(last.startsWith("|") ? cells(last) : cells(line));
      }
      last = line;
    }

    assertThat(tables).isEqualTo(8);
    assertThat(all).contains("| 100 %s.png | blur +1 | +0.10 | noise | +0.12 | no |");
    assertThat(all).contains("direction right | 1 of 2 |");
  }

  @Test
  void slightBlursStandByWhatTheReferenceWentThrough() {
    assertThat(tables(evaluation()))
        .contains(
            """
            | reference | points | by MDSI | root mean square deviation |
            |---|---|---|---|
            | as it is | 5.0 | 4.9 | 1.2 |
            | oversharpening 0.3 | 3.8 | 7.2 | 3.7 |
            """);
  }

  @Test
  void figuresHaveAPointWhateverTheLocale() {
    String before = tables(evaluation());
    Locale locale = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(tables(evaluation())).isEqualTo(before);
      assertThat(tables(agreement("jpeg", "noise"))).contains("MDSI, 0.976) | 0.912 |");
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void aBaselineWithoutACorrelationIsNotTheBest() {
    HumanAgreement human = agreement("jpeg", "noise");
    List<HumanAgreement.Measure> measures = new ArrayList<>(human.measures());
    measures.add(new HumanAgreement.Measure("gmsd", "GMSD", Double.NaN, Map.of("jpeg", 1.0)));

    assertThat(tables(new HumanAgreement(human.pairs(), measures, human.points())))
        .contains("(best baseline: MDSI, 0.976) | 0.912 |")
        .contains("| GMSD | - |");
  }

  @Test
  void twoJudgedPairsHaveNoCorrelationAndTheTableSaysSo() {
    Map<String, Double> none = Map.of("", Double.NaN);
    HumanAgreement.Point point = new HumanAgreement.Point("a.png", "", 1, 2);
    HumanAgreement human =
        new HumanAgreement(
            Map.of("", 2),
            List.of(
                new HumanAgreement.Measure("network", "live", Double.NaN, none),
                new HumanAgreement.Measure("psnr", "PSNR", Double.NaN, none)),
            List.of(point, point));

    assertThat(tables(human))
        .contains("| people: SRCC on 2 judged pairs | - |")
        .doesNotContain("NaN");
  }

  @Test
  void meansAreTakenOverTheTypes() {
    Evaluation evaluation = evaluation();
    List<Evaluation.SingleType> rows = new ArrayList<>(evaluation.singleTypes());
    rows.set(0, new Evaluation.SingleType("noise", 40, 0.16, 1, 1, 0.875, 40, 45, List.of()));
    Evaluation changed = with(rows, evaluation);

    assertThat(changed.meanTopRight()).isCloseTo(0.91 - 0.75 / 15, within(1e-12));
    assertThat(changed.meanLeakage()).isCloseTo(0.125 + 0.75 / 15, within(1e-12));
  }

  private static Evaluation with(List<Evaluation.SingleType> rows, Evaluation evaluation) {
    return new Evaluation(
        "live",
        "abc",
        20,
        rows,
        evaluation.maps(),
        evaluation.mapsBoth(),
        evaluation.ladder(),
        List.of(),
        List.of(),
        0,
        0);
  }

  private static long cells(String row) {
    return row.chars().filter(c -> c == '|').count();
  }

  /** All types alike, but for the Pearson of their maps: 0.0, 0.1, and so on. */
  private static Evaluation evaluation() {
    List<Evaluation.SingleType> rows = new ArrayList<>();
    List<Double> pearson = new ArrayList<>();
    for (DistortionType type : DistortionType.values()) {
      List<Double> responses = new ArrayList<>(Collections.nCopies(DistortionType.COUNT, 0.05));
      responses.set(type.ordinal(), 0.4);
      rows.add(
          new Evaluation.SingleType(type.id(), 40, 0.91, 0.98, 0.87, 0.125, 44.4, 51, responses));
      pearson.add(type.ordinal() % 10 / 10.0);
    }
    return new Evaluation(
        "live",
        "abc123",
        20,
        rows,
        new Evaluation.Maps(160, pearson, 0.62, 0.311, "ghosting", 0.956),
        new Evaluation.Maps(160, pearson, 0.54, 0.2, "banding", 0.9),
        new ScoreLadder(
            List.of(
                new ScoreLadder.Rung("blur", 0.5, 20, 21.2),
                new ScoreLadder.Rung("blur", 4, 90.1, 100.6),
                new ScoreLadder.Rung("blocking", 0.5, 18, 19),
                new ScoreLadder.Rung("blocking", 4, 77, 124)),
            0.9751),
        List.of(
            new SlightBlur("as it is", 5.04, 4.9, 1.23),
            new SlightBlur("oversharpening 0.3", 3.8, 7.21, 3.66)),
        List.of(new Evaluation.Shift(1, "aliasing", 0.0123, 0.44)),
        1.2e-7,
        0);
  }

  private static String tables(Evaluation evaluation) {
    return EvaluationTables.markdown(
        new Measurements(MODEL, "CPU", Optional.of(evaluation), List.of(), Optional.empty()));
  }

  private static String tables(List<KnownPairs.Row> known) {
    return EvaluationTables.markdown(
        new Measurements(MODEL, "CPU", Optional.empty(), known, Optional.empty()));
  }

  private static String tables(HumanAgreement human) {
    return EvaluationTables.markdown(
        new Measurements(MODEL, "CPU", Optional.empty(), List.of(), Optional.of(human)));
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
