package dev.pixelwatch.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TalliesTest {
  @Test
  void thePairWhoseStrongestTypeIsTheTrueOneCounts() {
    SingleTypeTally tally = new SingleTypeTally(DistortionType.BLUR);
    tally.add(said(map(DistortionType.BLUR, 0.4)), 0.5, -10);
    tally.add(said(map(DistortionType.NOISE, 0.4)), 0.5, -10);

    Evaluation.SingleType row = tally.result();

    assertThat(row.pairs()).isEqualTo(2);
    assertThat(row.topRight()).isEqualTo(0.5);
    assertThat(row.response()).isCloseTo(0.4, within(1e-6));
  }

  @Test
  void aDistortionThatWasTakenAwayMustBeAnsweredBelowZero() {
    SingleTypeTally tally = new SingleTypeTally(DistortionType.EXPOSURE);
    tally.add(said(map(DistortionType.EXPOSURE, -0.4)), -0.5, -10);
    tally.add(said(map(DistortionType.EXPOSURE, 0.4)), -0.5, -10);

    assertThat(tally.result().directionRight()).isEqualTo(0.5);
  }

  @Test
  void leakageIsTheMeanOfTheOtherTypesOverTheTrueOne() {
    SingleTypeTally tally = new SingleTypeTally(DistortionType.TINT);
    float[] values = values(0);
    fill(values, DistortionType.TINT, 0.5);
    fill(values, DistortionType.WARMTH, -0.14);
    tally.add(said(new DistortionMap(2, 2, values)), 0.5, -10);

    assertThat(tally.result().leakage()).isCloseTo(0.14 / 14 / 0.5, within(1e-6));
  }

  @Test
  void pointsAreThoseOfAnIntensityOfOneAndCountAgainstItInTheWrongDirection() {
    SingleTypeTally tally = new SingleTypeTally(DistortionType.BLUR);
    tally.add(new Assessment(map(DistortionType.BLUR, 0.5), -30), 0.5, -20);
    tally.add(new Assessment(map(DistortionType.BLUR, -0.5), -5), -0.5, 10);

    assertThat(tally.result().points()).isCloseTo(25, within(1e-9));
    assertThat(tally.result().truePoints()).isCloseTo(30, within(1e-9));
  }

  private static Assessment said(DistortionMap map) {
    return new Assessment(map, -10);
  }

  @Test
  void aPerfectMapHasCorrelationOneAndEveryDirectionRight() {
    MapTally tally = new MapTally();
    for (int i = 0; i < 4; i++) {
      float[] values = values(0);
      for (DistortionType type : DistortionType.values()) {
        fill(values, type, (i - 1.5) / 2);
      }
      DistortionMap map = new DistortionMap(2, 2, values);
      tally.add(map, map);
    }

    Evaluation.Maps maps = tally.result();

    assertThat(maps.mean()).isCloseTo(1, within(1e-9));
    assertThat(maps.worst()).isCloseTo(1, within(1e-9));
    assertThat(maps.directionRight()).isEqualTo(1);
    assertThat(maps.pairs()).isEqualTo(4);
  }

  @Test
  void theWorstTypeIsNamed() {
    MapTally tally = new MapTally();
    for (int i = 0; i < 4; i++) {
      float[] truth = values(0);
      float[] predicted = values(0);
      for (DistortionType type : DistortionType.values()) {
        fill(truth, type, (i - 1.5) / 2);
        fill(predicted, type, (type == DistortionType.BANDING ? -1 : 1) * (i - 1.5) / 2);
      }
      tally.add(new DistortionMap(2, 2, predicted), new DistortionMap(2, 2, truth));
    }

    Evaluation.Maps maps = tally.result();

    assertThat(maps.worstType()).isEqualTo("banding");
    assertThat(maps.worst()).isCloseTo(-1, within(1e-9));
    assertThat(maps.directionRight()).isCloseTo(14.0 / 15, within(1e-9));
  }

  @Test
  void weakCellsDoNotCountForTheDirection() {
    MapTally tally = new MapTally();
    tally.add(map(DistortionType.BLUR, -0.3), map(DistortionType.BLUR, 0.1));
    tally.add(map(DistortionType.BLUR, 0.3), map(DistortionType.BLUR, 0.4));

    assertThat(tally.result().directionRight()).isEqualTo(1);
  }

  @Test
  void aNetworkThatAnswersHalfOfTheTruthHasAResponseOfOneHalf() {
    SingleTypeTally tally = new SingleTypeTally(DistortionType.CONTRAST);
    tally.add(said(map(DistortionType.CONTRAST, 0.1)), 0.2, -10);
    tally.add(said(map(DistortionType.CONTRAST, -0.4)), -0.8, -10);

    assertThat(tally.result().response()).isCloseTo(0.5, within(1e-6));
    assertThat(tally.result().directionRight()).isEqualTo(1);
  }

  @Test
  void aStrongResponseInTheWrongDirectionStillComesFirst() {
    SingleTypeTally tally = new SingleTypeTally(DistortionType.WARMTH);
    tally.add(said(map(DistortionType.WARMTH, -0.6)), 0.5, -10);

    assertThat(tally.result().topRight()).isEqualTo(1);
    assertThat(tally.result().directionRight()).isZero();
    assertThat(tally.result().response()).isNegative();
  }

  @Test
  void responsesStandInTheOrderOfTheTypesWhateverTheirSign() {
    SingleTypeTally tally = new SingleTypeTally(DistortionType.BLUR);
    float[] values = values(0);
    fill(values, DistortionType.BLUR, 0.6);
    fill(values, DistortionType.NOISE, -0.2);
    tally.add(said(new DistortionMap(2, 2, values)), 0.5, -10);
    tally.add(said(map(DistortionType.BLUR, 0.2)), 0.5, -10);

    Evaluation.SingleType row = tally.result();

    assertThat(row.type()).isEqualTo("blur");
    assertThat(row.responses()).hasSize(DistortionType.COUNT);
    assertThat(row.responses().get(DistortionType.BLUR.ordinal())).isCloseTo(0.4, within(1e-6));
    assertThat(row.responses().get(DistortionType.NOISE.ordinal())).isCloseTo(0.1, within(1e-6));
    assertThat(row.responses().get(DistortionType.TINT.ordinal())).isZero();
  }

  @Test
  void aTypeThatIsInOneCornerOnlyIsComparedCellByCell() {
    float[] truth = values(0);
    float[] right = values(0);
    float[] wrong = values(0);
    int first = DistortionType.GHOSTING.ordinal() * 4;
    truth[first] = 0.9f;
    right[first] = 0.8f;
    wrong[first + 3] = 0.8f;
    MapTally inPlace = new MapTally();
    MapTally elsewhere = new MapTally();
    inPlace.add(new DistortionMap(2, 2, right), new DistortionMap(2, 2, truth));
    elsewhere.add(new DistortionMap(2, 2, wrong), new DistortionMap(2, 2, truth));

    int type = DistortionType.GHOSTING.ordinal();
    assertThat(inPlace.result().pearson().get(type)).isCloseTo(1, within(1e-9));
    assertThat(elsewhere.result().pearson().get(type)).isNegative();
    assertThat(inPlace.result().directionRight()).isEqualTo(1);
    assertThat(elsewhere.result().directionRight()).isZero();
  }

  @Test
  void aTypeThatNeverVariedIsNamedAsTheWorst() {
    MapTally tally = new MapTally();
    for (int i = 0; i < 3; i++) {
      float[] values = values(0);
      for (DistortionType type : DistortionType.values()) {
        fill(values, type, type == DistortionType.SMEARING ? 0.3 : i / 3.0);
      }
      DistortionMap map = new DistortionMap(2, 2, values);
      tally.add(map, map);
    }

    assertThat(tally.result().worstType()).isEqualTo("smearing");
    assertThat(tally.result().worst()).isNaN();
  }

  @Test
  void aTypeThatNeverOccursCountsNeitherForTheMeanNorAsTheWorst() {
    MapTally tally = new MapTally();
    for (int i = 0; i < 4; i++) {
      float[] values = values(0);
      for (DistortionType type : DistortionType.values()) {
        fill(values, type, type == DistortionType.BANDING ? 0 : (i - 1.5) / 2);
      }
      DistortionMap map = new DistortionMap(2, 2, values);
      tally.add(map, map);
    }

    Evaluation.Maps maps = tally.result();

    assertThat(maps.mean()).isCloseTo(1, within(1e-9));
    assertThat(maps.worst()).isCloseTo(1, within(1e-9));
    assertThat(maps.pearson().get(DistortionType.BANDING.ordinal())).isNaN();
  }

  private static DistortionMap map(DistortionType type, double intensity) {
    float[] values = values(0);
    fill(values, type, intensity);
    return new DistortionMap(2, 2, values);
  }

  private static float[] values(double intensity) {
    float[] values = new float[DistortionType.COUNT * 4];
    Arrays.fill(values, (float) (0.5 + intensity / 2));
    return values;
  }

  private static void fill(float[] values, DistortionType type, double intensity) {
    int from = type.ordinal() * 4;
    Arrays.fill(values, from, from + 4, (float) (0.5 + intensity / 2));
  }
}
