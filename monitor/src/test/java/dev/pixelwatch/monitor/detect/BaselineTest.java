package dev.pixelwatch.monitor.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
  private static final double SPACING = 1.0 / 30;

  /** A first-order autoregressive process with the deviation 0.01 around 0.2. */
  private static List<double[]> process(double correlation, int frames) {
    Random random = new Random(4);
    List<double[]> all = new ArrayList<>();
    double state = 0;
    for (int i = 0; i < frames; i++) {
      state =
          correlation * state + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
      double[] values = new double[Quantity.COUNT];
      values[Watched.NOISE] = 0.2 + 0.01 * state;
      all.add(values);
    }
    return all;
  }

  private static Baseline.Level learned(List<double[]> frames) {
    return BaselineLearner.learn(frames, SPACING).get(Watched.NOISE);
  }

  @Test
  void theLongRunDeviationOfAnAutoregressiveProcessIsThatOfTheory() {
    Baseline.Level level = learned(process(0.9, 20_000));

    double theory = 0.01 * Math.sqrt(SPACING * 1.9 / 0.1);
    assertThat(level.mean()).isCloseTo(0.2, within(0.002));
    assertThat(level.deviation()).isCloseTo(0.01, within(0.001));
    assertThat(level.longRun()).isBetween(0.85 * theory, 1.6 * theory);
  }

  @Test
  void aFewDamagedFramesDoNotMatter() {
    List<double[]> frames = process(0, 200);
    for (int i = 0; i < 20; i++) {
      frames.get(10 * i)[Watched.NOISE] = 0.9;
    }

    assertThat(learned(frames).mean()).isCloseTo(0.2, within(0.005));
    assertThat(learned(frames).deviation()).isLessThan(0.015);
  }

  @Test
  void aFileReadsAsItWasWritten(@TempDir Path folder) {
    Baseline written =
        new Baseline("cam \"1\"", "7", 200, BaselineLearner.learn(process(0.5, 200), SPACING));
    BaselineFile.write(written, folder.resolve("b.yaml"));

    Baseline read = BaselineFile.read(folder.resolve("b.yaml"));

    assertThat(read.stream()).isEqualTo("cam \"1\"");
    assertThat(read.build()).isEqualTo("7");
    for (int i = 0; i < Quantity.COUNT; i++) {
      assertThat(read.levels().get(i).mean())
          .isCloseTo(written.levels().get(i).mean(), within(1e-4));
      assertThat(read.levels().get(i).longRun())
          .isCloseTo(written.levels().get(i).longRun(), within(1e-4));
    }
  }

  @Test
  void aLevelThatLacksIsNamed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("b.yaml");
    BaselineFile.write(Baseline.ofIdentity(), file);
    Files.writeString(file, Files.readString(file).replaceAll("  blur: .*\n", ""));

    assertThatThrownBy(() -> BaselineFile.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("b.yaml, line")
        .hasMessageEndingWith("has no blur");
  }

  @Test
  void aPinnedBaselineSpeaksFromTheFirstFrames() {
    DetectorConfig pinned = DetectorConfig.defaults().withBaseline(Baseline.ofIdentity());

    assertThat(new Watched(pinned).add(Quantity.SCORE, 5).add(Watched.BLUR, 0.3).seconds(1).alerts)
        .extracting(Alert::type)
        .containsExactly("blur");
  }

  @Test
  void aStreamsOwnBaselineGoesBeforeOneForAllInWhateverOrderTheyAreGiven() {
    Baseline own = new Baseline("camera", "7", 0, Baseline.ofIdentity().levels());
    DetectorConfig config =
        DetectorConfig.defaults().withBaseline(Baseline.ofIdentity()).withBaseline(own);

    assertThat(config.baseline("camera")).isSameAs(own);
    assertThat(config.baseline("another").stream()).isEqualTo("*");
  }

  @Test
  void baselinesForOtherStreamsPassAStreamOver() {
    Baseline own = new Baseline("camera", "7", 0, Baseline.ofIdentity().levels());
    DetectorConfig config = DetectorConfig.defaults().withBaseline(own);

    assertThat(config.passesOver("camera")).isFalse();
    assertThat(config.passesOver("another")).isTrue();
    assertThat(DetectorConfig.defaults().passesOver("another")).isFalse();
  }
}
