package dev.pixelwatch.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.distortion.DistortionEngine;
import dev.pixelwatch.core.distortion.JpegCodec;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.OnnxNetwork;
import dev.pixelwatch.training.Photographs;
import dev.pixelwatch.training.SceneFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTest {
  @TempDir Path folder;

  @Test
  void theShippedNetworkIsFarBetterThanChanceOnPaintedScenes() {
    Photographs photographs = Photographs.read(SceneFolder.fill(folder, 20, 320, 272), 256);
    DistortionEngine engine = new DistortionEngine(List.of(new JpegCodec()));

    try (DistortionNetwork network = OnnxNetwork.load("live", 2)) {
      Evaluation evaluation = new Evaluator(network, engine, photographs, 1).measure(8, done -> {});

      assertThat(evaluation.singleTypes()).hasSize(DistortionType.COUNT);
      // Chance is 1 in 15.
      assertThat(evaluation.meanTopRight()).isGreaterThan(0.5);
      assertThat(evaluation.maps().directionRight()).isGreaterThan(0.8);
      assertThat(evaluation.antiSymmetryResidual()).isLessThan(1e-5);
      assertThat(evaluation.identicalResponse()).isZero();
      assertThat(evaluation.ladder().agreement()).isGreaterThan(0.8);
      assertThat(evaluation.ladder().rungs()).hasSize(4 * ScoreLadder.SEVERITIES.size());
      for (ScoreLadder.Rung rung : evaluation.ladder().rungs()) {
        assertThat(rung.truePoints()).as(rung.toString()).isPositive();
      }
      assertThat(evaluation.slightBlurs()).hasSize(6);
      for (SlightBlur blur : evaluation.slightBlurs()) {
        assertThat(blur.truePoints()).as(blur.toString()).isPositive();
        assertThat(blur.points()).as(blur.toString()).isPositive();
      }
      assertThat(
              EvaluationTables.markdown(
                  new Measurements(
                      network.model(),
                      "CPU",
                      Optional.of(evaluation),
                      List.of(),
                      Optional.empty())))
          .contains("| one type, whole frame: right type first |")
          .contains(network.model().sha256());
    }
  }
}
