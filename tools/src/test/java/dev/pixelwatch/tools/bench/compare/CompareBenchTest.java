package dev.pixelwatch.tools.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.Picture;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.OnnxNetwork;
import dev.pixelwatch.tools.Clips;
import dev.pixelwatch.tools.bench.LumaNoise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bench of compare, on little. */
final class CompareBenchTest {
  private static final List<Picture> STREET = Clips.street(96, 64, 3);

  @Test
  void newNoiseIsNotCalledADifference() {
    List<Long> progress = new ArrayList<>();
    try (DistortionNetwork network = OnnxNetwork.load("live", 1)) {
      FalseVerdicts verdicts = new FalseVerdictBench(3).measured(network, progress::add);

      assertThat(verdicts.runs()).isEqualTo(3);
      assertThat(verdicts.verdicts()).isZero();
    }
    assertThat(progress).containsExactly(1L, 2L, 3L);
  }

  @Test
  void theNoiseIsNewInEveryFrameAndWithEverySeed() {
    Picture clean = STREET.get(0);
    List<Picture> still = List.of(clean, clean);

    List<Picture> one = new LumaNoise(5, 1).apply(still, Clips.RATE);
    List<Picture> other = new LumaNoise(5, 2).apply(still, Clips.RATE);

    assertThat(one.get(0)).isNotEqualTo(one.get(1)).isNotEqualTo(other.get(0));
    assertThat(new LumaNoise(5, 1).apply(still, Clips.RATE)).isEqualTo(one);
    assertThat(new LumaNoise(0, 1).apply(still, Clips.RATE)).isEqualTo(still);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void everyStrengthOfAKnownChangeChangesThePicturesMore(KnownChange change) {
    double before = distance(change, change.before());
    double weakest = distance(change, change.after().get(0));
    double strongest = distance(change, change.after().get(change.after().size() - 1));

    assertThat(before).isLessThanOrEqualTo(weakest);
    assertThat(strongest).isGreaterThan(weakest);
  }

  static List<KnownChange> changes() {
    return KnownChange.all();
  }

  /** Mean squared difference from the clean pictures, over all planes. */
  private static double distance(KnownChange change, double value) {
    List<Picture> processed = change.stage().apply(value).apply(STREET, Clips.RATE);
    double sum = 0;
    for (int i = 0; i < STREET.size(); i++) {
      sum += distance(STREET.get(i).luma(), processed.get(i).luma());
      sum += distance(STREET.get(i).cb(), processed.get(i).cb());
      sum += distance(STREET.get(i).cr(), processed.get(i).cr());
    }
    return sum;
  }

  private static double distance(byte[] one, byte[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      int difference = (one[i] & 0xff) - (other[i] & 0xff);
      sum += difference * difference;
    }
    return sum / one.length;
  }
}
