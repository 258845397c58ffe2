package dev.pixelwatch.tools.compare;

import static dev.pixelwatch.core.DistortionType.BLUR;
import static dev.pixelwatch.core.DistortionType.GHOSTING;
import static dev.pixelwatch.core.DistortionType.NOISE;
import static dev.pixelwatch.core.DistortionType.WARMTH;
import static dev.pixelwatch.tools.compare.Scored.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.runtime.ModelInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts on scored builds. */
final class ComparisonTest {
  private static final int FRAMES = 300;

  @Test
  void theTypeThatGrewIsWorseAndAllOthersHaveNoDifferenceThatMatters() {
    Comparison comparison = compare(Map.of(), Map.of(type(NOISE), 0.1));

    assertThat(verdict(comparison, NOISE)).isEqualTo(Verdict.WORSE);
    assertThat(comparison.with(Verdict.NO_DIFFERENCE)).hasSize(15);
    assertThat(difference(comparison, NOISE).difference().mean()).isBetween(0.098, 0.102);
    assertThat(comparison.outcome()).isEqualTo(GateOutcome.FAILED);
  }

  @Test
  void lessOfADistortionAndAHigherScoreAreBetter() {
    Comparison comparison =
        compare(
            Map.of(type(NOISE), 0.2, Quantity.SCORE, -10.0),
            Map.of(type(NOISE), 0.1, Quantity.SCORE, -4.0));

    assertThat(comparison.with(Verdict.BETTER))
        .extracting(QuantityDifference::quantity)
        .containsExactly(Quantity.SCORE, type(NOISE));
    assertThat(comparison.outcome()).isEqualTo(GateOutcome.PASSED);
  }

  /** Colder than the reference by as much as it was warmer before is as far away. */
  @ParameterizedTest
  @CsvSource({
    "0, -0.2, WORSE",
    "0, 0.2, WORSE",
    "-0.3, -0.1, BETTER",
    "-0.3, 0.1, BETTER",
    "0.2, -0.2, NO_DIFFERENCE",
  })
  void aTypeWithTwoSidesIsJudgedByItsDistanceFromTheReference(
      double before, double after, Verdict verdict) {
    Comparison comparison = compare(Map.of(type(WARMTH), before), Map.of(type(WARMTH), after));

    assertThat(verdict(comparison, WARMTH)).isEqualTo(verdict);
    assertThat(difference(comparison, WARMTH).hasChangedSide())
        .isEqualTo(verdict == Verdict.NO_DIFFERENCE);
  }

  @Test
  void aDifferenceThatIsCertainButTooSmallToMatterIsNone() {
    Comparison comparison = compare(Map.of(), Map.of(type(BLUR), 0.01));

    assertThat(difference(comparison, BLUR).difference().low()).isPositive();
    assertThat(verdict(comparison, BLUR)).isEqualTo(Verdict.NO_DIFFERENCE);
  }

  @Test
  void aHandfulOfFramesIsNotEnoughDataForAnything() {
    Comparison comparison =
        Comparison.of(
            Scored.build("a", 10, Map.of()),
            Scored.build("b", 10, Map.of(type(NOISE), 0.5)),
            Gate.defaults());

    assertThat(comparison.with(Verdict.NOT_ENOUGH_DATA)).hasSize(16);
    assertThat(comparison.outcome()).isEqualTo(GateOutcome.OPEN);
  }

  @Test
  void aTypeThatMovesMuchWeakerThanAnotherIsASideEffect() {
    Comparison comparison =
        compare(Map.of(), Map.of(type(BLUR), 0.3, type(GHOSTING), 0.04, type(NOISE), -0.1));

    assertThat(comparison.isSideEffect(difference(comparison, GHOSTING))).isTrue();
    assertThat(comparison.isSideEffect(difference(comparison, NOISE))).isFalse();
    assertThat(comparison.isSideEffect(difference(comparison, BLUR))).isFalse();
  }

  @Test
  void onlyFramesThatBothHaveAreCompared() {
    Comparison comparison =
        Comparison.of(
            Scored.build("a", 0, 100, Map.of()),
            Scored.build("b", 60, 100, Map.of()),
            Gate.defaults());

    assertThat(comparison.frames().count()).isEqualTo(40);
    assertThat(comparison.frames().first()).isEqualTo(60);
    assertThat(comparison.frames().last()).isEqualTo(99);
    assertThat(comparison.frames().onlyInA()).isEqualTo(60);
    assertThat(comparison.frames().onlyInB()).isEqualTo(60);
  }

  @Test
  void buildsWithoutACommonFrameAreRefused() {
    ScoredBuild a = Scored.build("a", 0, 50, Map.of());
    ScoredBuild b = Scored.build("b", 50, 50, Map.of());

    assertThatThrownBy(() -> Comparison.of(a, b, Gate.defaults()))
        .isInstanceOf(UserError.class)
        .hasMessage("a and b have no frame in common: frames 0 to 49 and frames 50 to 99");
  }

  @Test
  void scoresOfDifferentNetworksAreRefused() {
    ScoredBuild a = Scored.build("a", 50, Map.of());
    ScoredBuild b = new ScoredBuild("b", "b", new ModelInfo("studio", "f".repeat(64)), a.frames());

    assertThatThrownBy(() -> Comparison.of(a, b, Gate.defaults()))
        .isInstanceOfSatisfying(UserError.class, e -> assertThat(e.hint()).contains("--rescore"))
        .hasMessageContaining("live (01234567)")
        .hasMessageContaining("studio (ffffffff)");
  }

  @Test
  void aGateThatAllowsWhatIsWorsePasses() {
    Gate gate = gate(Map.of(type(NOISE), 0.15), Set.of());

    Comparison comparison = compare(Map.of(), Map.of(type(NOISE), 0.1), gate);

    assertThat(verdict(comparison, NOISE)).isEqualTo(Verdict.WORSE);
    assertThat(comparison.outcome()).isEqualTo(GateOutcome.PASSED);
  }

  @Test
  void aQuantityThatIsIgnoredNeverFails() {
    Gate gate = gate(Map.of(), Set.of(type(NOISE)));

    Comparison comparison = compare(Map.of(), Map.of(type(NOISE), 0.5), gate);

    assertThat(comparison.outcome()).isEqualTo(GateOutcome.PASSED);
  }

  @Test
  void theFramesShownAreThoseInWhichTheScoreAndTheDecidedTypesDifferMost() {
    Comparison comparison = compare(Map.of(), Map.of(type(NOISE), 0.1, type(BLUR), 0.2));

    List<DifferingFrame> shown = DifferingFrame.of(comparison);

    assertThat(shown)
        .flatExtracting(DifferingFrame::why)
        .containsExactlyInAnyOrder(
            "largest difference in score",
            "largest difference in blur",
            "largest difference in noise");
  }

  @Test
  void identicalBuildsHaveNoFrameToShow() {
    ScoredBuild a = Scored.build("a", FRAMES, Map.of());
    Comparison comparison = Comparison.of(a, a, Gate.defaults());

    assertThat(comparison.with(Verdict.NO_DIFFERENCE)).hasSize(16);
    assertThat(DifferingFrame.of(comparison)).isEmpty();
  }

  private static Gate gate(Map<Quantity, Double> allowed, Set<Quantity> ignored) {
    return new Gate(0.95, 0.02, 1, Map.of(), allowed, ignored);
  }

  private static Comparison compare(Map<Quantity, Double> a, Map<Quantity, Double> b) {
    return compare(a, b, Gate.defaults());
  }

  private static Comparison compare(Map<Quantity, Double> a, Map<Quantity, Double> b, Gate gate) {
    return Comparison.of(Scored.build("a", FRAMES, a), Scored.build("b", FRAMES, b), gate);
  }

  private static QuantityDifference difference(Comparison comparison, DistortionType type) {
    return comparison.differences().get(type.ordinal());
  }

  private static Verdict verdict(Comparison comparison, DistortionType type) {
    return difference(comparison, type).verdict();
  }
}
