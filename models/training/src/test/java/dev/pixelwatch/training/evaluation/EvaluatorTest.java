package dev.pixelwatch.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.ImageFiles;
import dev.pixelwatch.core.RgbImage;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.distortion.DistortionEngine;
import dev.pixelwatch.core.distortion.JpegCodec;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.OnnxNetwork;
import dev.pixelwatch.training.Photographs;
import dev.pixelwatch.training.SceneFolder;
import java.io.IOException;
import java.nio.file.Files;
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
      assertThat(
              EvaluationTables.markdown(
                  new Measurements(
                      network.model(), Optional.of(evaluation), List.of(), Optional.empty())))
          .contains("| one type, whole frame: right type first |")
          .contains(network.model().sha256());
    }
  }

  @Test
  void aKnownPairIsComparedWithWhatIsExpected() throws IOException {
    RgbImage clean = ImageFiles.read(SceneFolder.fill(folder, 1, 320, 256).resolve("scene00.png"));
    RgbImage bright = clean.copy();
    for (float[] plane : bright.planes()) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = Colour.toEncoded(Math.min(1, 1.8f * Colour.toLinear(plane[i])));
      }
    }
    ImageFiles.writePng(ImageFiles.toBufferedImage(bright), folder.resolve("bright.png"));
    Path csv = folder.resolve("pairs.csv");
    Files.writeString(
        csv,
        """
        dist,ref,expected_type,expected_direction
        bright.png,scene00.png,exposure,1
        bright.png,scene00.png,exposure,-1
        """);

    try (DistortionNetwork network = OnnxNetwork.load("live", 1)) {
      List<KnownPairs.Row> rows = KnownPairs.assess(network, csv);

      assertThat(rows).extracting(KnownPairs.Row::foundType).containsOnly("exposure");
      assertThat(rows).extracting(KnownPairs.Row::right).containsExactly(true, false);
    }
  }

  @Test
  void aListWithoutTheNeededColumnsIsRefused() throws IOException {
    Path csv = folder.resolve("pairs.csv");
    Files.writeString(csv, "a,b\n1,2\n");

    try (DistortionNetwork network = OnnxNetwork.load("live", 1)) {
      assertThatThrownBy(() -> KnownPairs.assess(network, csv))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("is not a list of known pairs");
    }
  }
}
