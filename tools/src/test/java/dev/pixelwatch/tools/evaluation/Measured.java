package dev.pixelwatch.tools.evaluation;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.runtime.ModelInfo;
import dev.pixelwatch.training.evaluation.Evaluation;
import dev.pixelwatch.training.evaluation.HumanAgreement;
import dev.pixelwatch.training.evaluation.Measurements;
import dev.pixelwatch.training.evaluation.ScoreLadder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Hand-made measurements for the tests of this package. */
final class Measured {
  private Measured() {}

  static Measurements of(Optional<Evaluation> evaluation, Optional<HumanAgreement> human) {
    return new Measurements(new ModelInfo("own", "0123"), "CPU", evaluation, List.of(), human);
  }

  /** Type i answers type j with (i + j / 100) / 100 in all: every cell is another. */
  static Evaluation evaluation() {
    List<Evaluation.SingleType> rows =
        Stream.of(DistortionType.values())
            .map(
                type ->
                    new Evaluation.SingleType(
                        type.id(), 4, 1, 1, 1, 0, 50, 50, responses(type.ordinal() / 100.0)))
            .toList();
    List<Double> pearson = Collections.nCopies(DistortionType.COUNT, 0.5);
    Evaluation.Maps maps = new Evaluation.Maps(16, pearson, 0.5, 0.5, "noise", 1);
    return new Evaluation(
        "own",
        "0123",
        20,
        rows,
        maps,
        maps,
        new ScoreLadder(List.of(), 0.97),
        List.of(),
        List.of(),
        0,
        0);
  }

  private static List<Double> responses(double row) {
    return IntStream.range(0, DistortionType.COUNT)
        .mapToObj(column -> row + column / 10_000.0)
        .toList();
  }

  /** Judged pairs of these types, one after another: the first is the worst. */
  static HumanAgreement human(String... types) {
    Map<String, Integer> pairs = new LinkedHashMap<>();
    Stream.of(types).forEach(type -> pairs.merge(type, 1, Integer::sum));
    List<HumanAgreement.Point> points =
        IntStream.range(0, types.length)
            .mapToObj(i -> new HumanAgreement.Point(i + ".png", types[i], i - 50, i - 20))
            .toList();
    return new HumanAgreement(
        pairs, List.of(new HumanAgreement.Measure("network", "own", 0.8126, Map.of())), points);
  }
}
