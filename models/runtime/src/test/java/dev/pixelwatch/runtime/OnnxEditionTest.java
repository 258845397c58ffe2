package dev.pixelwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.scene.MovingScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OnnxEditionTest {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 192;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Precision.class)
  void theFrameSizeIsFixed(Precision precision) throws IOException {
    GraphProto graph = ModelProto.parseFrom(edition("live", precision)).getGraph();

    assertThat(shapeOf(graph, 0)).containsExactly(2L, 1L, 192L, 320L);
    assertThat(shapeOf(graph, 1)).containsExactly(2L, 2L, 96L, 160L);
    assertThat(
            graph.getOutput(0).getType().getTensorType().getShape().getDimList().stream()
                .map(dimension -> dimension.getDimValue()))
        .containsExactly(1L, 15L, 12L, 20L);
  }

  @Test
  void mostWeightsOfSixteenBitsTakeHalfTheRoom() throws IOException {
    GraphProto graph = ModelProto.parseFrom(edition("live", Precision.FP16)).getGraph();

    long narrow =
        graph.getInitializerList().stream()
            .filter(tensor -> tensor.getDataType() == TensorProto.DataType.FLOAT16_VALUE)
            .count();

    assertThat(narrow).isGreaterThan(graph.getInitializerCount() / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"live", "studio"})
  void ofThirtyTwoBitsItAnswersAsTheNetworkDoes(String name) throws IOException {
    Assessment expected = assess(OnnxNetwork.load(name, 1));

    Assessment answer = assess(load(edition(name, Precision.FP32)));

    assertThat(greatestDifference(answer, expected)).isLessThan(1e-5f);
    assertThat(answer.score()).isCloseTo(expected.score(), within(1e-3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"live", "studio"})
  void ofSixteenBitsItAnswersNearlyAsTheNetworkDoes(String name) throws IOException {
    Assessment expected = assess(OnnxNetwork.load(name, 1));

    Assessment answer = assess(load(edition(name, Precision.FP16)));

    assertThat(greatestDifference(answer, expected)).isLessThan(5e-3f).isGreaterThan(1e-6f);
    assertThat(answer.score()).isCloseTo(expected.score(), within(0.2));
  }

  @Test
  void ofSixteenBitsItStillMirrorsASwappedPair() throws IOException {
    Picture picture = new MovingScene(WIDTH, HEIGHT, 1).frame(0);
    Picture other = new MovingScene(WIDTH, HEIGHT, 2).frame(5);
    try (OnnxNetwork network = load(edition("live", Precision.FP16));
        Assessor assessor = network.newAssessor()) {
      Assessment forward = assessor.assess(picture, other);
      Assessment backward = assessor.assess(other, picture);

      assertThat(forward.score()).isCloseTo(-backward.score(), within(1e-4));
      float[] mirrored = backward.map().mirrored().values();
      for (int i = 0; i < mirrored.length; i++) {
        assertThat(forward.map().values()[i]).isCloseTo(mirrored[i], within(1e-6f));
      }
      for (float value : assessor.assess(picture, picture).map().values()) {
        assertThat(value).isEqualTo(0.5f);
      }
    }
  }

  @Test
  void bytesThatAreNoOnnxFileAreRefused() {
    assertThatThrownBy(() -> OnnxEdition.of(new byte[] {1, 2, 3}, 64, 64, Precision.FP16))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no ONNX file");
  }

  private static byte[] edition(String name, Precision precision) throws IOException {
    try (var weights = OnnxNetwork.class.getResourceAsStream("/weights/" + name + ".onnx")) {
      return OnnxEdition.of(weights.readAllBytes(), WIDTH, HEIGHT, precision);
    }
  }

  private OnnxNetwork load(byte[] onnx) throws IOException {
    // Not from the file, for that is tried with frames of another size.
    return OnnxNetwork.load(Weights.of(Files.write(folder.resolve("edition.onnx"), onnx)), 1);
  }

  private static Assessment assess(OnnxNetwork network) {
    Picture picture = new MovingScene(WIDTH, HEIGHT, 1).frame(0);
    Picture other = new MovingScene(WIDTH, HEIGHT, 2).frame(5);
    try (network;
        Assessor assessor = network.newAssessor()) {
      return assessor.assess(picture, other);
    }
  }

  private static float greatestDifference(Assessment a, Assessment b) {
    float greatest = 0;
    DistortionMap map = b.map();
    for (DistortionType type : DistortionType.values()) {
      for (int row = 0; row < map.rows(); row++) {
        for (int column = 0; column < map.columns(); column++) {
          float difference = a.map().value(type, row, column) - map.value(type, row, column);
          greatest = Math.max(greatest, Math.abs(difference));
        }
      }
    }
    return greatest;
  }

  private static Iterable<Long> shapeOf(GraphProto graph, int input) {
    return graph.getInput(input).getType().getTensorType().getShape().getDimList().stream()
        .map(dimension -> dimension.getDimValue())
        .toList();
  }
}
