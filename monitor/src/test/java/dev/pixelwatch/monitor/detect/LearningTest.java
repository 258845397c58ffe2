package dev.pixelwatch.monitor.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a baseline is learned that is not learned from five good seconds. */
class LearningTest {
  private static final int CORRUPTION = DistortionType.CORRUPTION.ordinal();

  private static Watched learning(double seconds) {
    DetectorRules rules =
        new DetectorRules(Map.of(RuleOption.LEARN_SECONDS, seconds), List.of(), List.of());
    return new Watched(DetectorConfig.defaults().withRules(rules));
  }

  @Test
  void whatIsStoredWithEachFrameIsBoundedHoweverLongIsLearned() {
    Watched stream = learning(3600);
    int most = 0;
    for (int second = 0; second < 120; second++) {
      most = Math.max(most, stream.seconds(1).storedBytes());
    }

    assertThat(most).isLessThan(250_000);
    assertThat(stream.storedBytes()).isLessThan(20_000);
  }

  @Test
  void aLongTimeIsLearnedAsAWholeAndInSilence() {
    Watched stream = learning(300).add(Watched.NOISE, 0.15).seconds(20);
    stream.add(Watched.NOISE, 0).add(CORRUPTION, 0.5).frames(1).add(CORRUPTION, 0).seconds(279);
    assertThat(stream.alerts).isEmpty();

    stream.seconds(60);
    assertThat(stream.alerts).isEmpty();
    stream.add(Watched.NOISE, 0.15).seconds(1);

    assertThat(stream.kinds()).containsExactly("regression");
    assertThat(stream.alerts.get(0).baseline()).isBetween(0.01, 0.04);
  }

  @Test
  void captureTimeThatStandsStillEndsLearningByFrames() {
    Watched stream = new Watched().timeStands().seconds(60);
    assertThat(stream.storedBytes()).isLessThan(20_000);

    stream.add(CORRUPTION, 0.5).frames(1);

    assertThat(stream.kinds()).containsExactly("corruption");
  }

  @Test
  void captureTimeThatJumpsBackEndsLearningNoLater() {
    Watched stream = new Watched().seconds(3).timeJumps(-3600).seconds(3);

    assertThat(stream.add(Watched.NOISE, 0.3).seconds(1).kinds()).containsExactly("regression");
  }

  @Test
  void captureTimeThatJumpsAheadDoesNotMakeTheChartsDeaf() {
    Watched stream = new Watched().seconds(3).timeJumps(3600).seconds(10);

    assertThat(stream.add(Watched.NOISE, 0.1).seconds(1).kinds()).containsExactly("regression");
  }

  @Test
  void aCrashWhileLearningChangesNothing() {
    Watched whole = learning(60).seconds(80).add(Watched.NOISE, 0.2).seconds(5);
    Watched steady = learning(60).seconds(10).crash().seconds(30).crash().seconds(40);
    steady.add(Watched.NOISE, 0.2).seconds(5);

    assertThat(steady.alerts).hasSize(1).isEqualTo(whole.alerts);
  }
}
