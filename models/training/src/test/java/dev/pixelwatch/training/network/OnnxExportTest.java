package dev.pixelwatch.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import dev.pixelwatch.core.scene.MovingScene;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.OnnxNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OnnxExportTest {
  @TempDir Path folder;
  private final Parameters parameters = Parameters.initial(NetworkSize.LIVE, 1);

  @Test
  void theFileSaysHowItWasTrained() throws IOException {
    ModelProto model = model(parameters, Map.of("steps", "1200", "hours", "0.5"));

    assertThat(
            model.getMetadataPropsList().stream()
                .collect(
                    Collectors.toMap(
                        StringStringEntryProto::getKey, StringStringEntryProto::getValue)))
        .containsExactlyInAnyOrderEntriesOf(Map.of("steps", "1200", "hours", "0.5"));
    assertThat(model.getProducerName()).isEqualTo("pixelwatch");
  }

  @ParameterizedTest
  @EnumSource
  void inputsAndOutputsHaveTheShapesThatOthersProgramAgainst(NetworkSize size) throws IOException {
    GraphProto graph = model(Parameters.initial(size, 1), Map.of()).getGraph();

    assertThat(graph.getInputList())
        .extracting(OnnxExportTest::signature)
        .containsExactly("luma [2N, 1, H, W]", "chroma [2N, 2, H/2, W/2]");
    assertThat(graph.getOutputList())
        .extracting(OnnxExportTest::signature)
        .containsExactly("map [N, 15, H/16, W/16]", "score [N]");
  }

  @ParameterizedTest
  @EnumSource
  void everyEdgeIsMadeOnceBeforeItIsUsedAndNothingIsLeftOver(NetworkSize size) throws IOException {
    GraphProto graph = model(Parameters.initial(size, 1), Map.of()).getGraph();
    Set<String> known = new HashSet<>();
    graph.getInputList().forEach(input -> known.add(input.getName()));
    graph.getInitializerList().forEach(tensor -> assertThat(known.add(tensor.getName())).isTrue());
    Set<String> used = new HashSet<>();
    for (NodeProto node : graph.getNodeList()) {
      assertThat(known).containsAll(node.getInputList());
      used.addAll(node.getInputList());
      node.getOutputList().forEach(edge -> assertThat(known.add(edge)).as(edge).isTrue());
    }
    graph.getOutputList().forEach(output -> used.add(output.getName()));

    assertThat(used).containsExactlyInAnyOrderElementsOf(known);
  }

  @ParameterizedTest
  @EnumSource
  void normalisationIsFoldedAwayAndOnlyStandardOperatorsRemain(NetworkSize size)
      throws IOException {
    ModelProto model = model(Parameters.initial(size, 1), Map.of());
    List<String> operators =
        model.getGraph().getNodeList().stream().map(NodeProto::getOpType).toList();

    assertThat(operators).doesNotContain("BatchNormalization", "Mul", "Div");
    assertThat(operators.stream().filter("Cast"::equals)).hasSize(2);
    assertThat(model.getOpsetImportList()).hasSize(1);
    assertThat(model.getOpsetImport(0).getDomain()).isEmpty();
  }

  @Test
  void weightsHaveTheSizesOfTheirShapesAndAreFinite() throws IOException {
    for (TensorProto tensor : model(parameters, Map.of()).getGraph().getInitializerList()) {
      long size = tensor.getDimsList().stream().reduce(1L, (a, b) -> a * b);

      assertThat(tensor.getFloatDataCount() + tensor.getInt64DataCount())
          .as(tensor.getName())
          .isEqualTo((int) size);
      assertThat(tensor.getFloatDataList()).allMatch(Float::isFinite);
    }
  }

  @Test
  void exportingTwiceGivesTheSameBytesAndChangesNoParameter() {
    Parameters before = parameters.copy();

    byte[] first = OnnxExport.toOnnx(parameters, Map.of("seed", "1"));
    byte[] second = OnnxExport.toOnnx(parameters, Map.of("seed", "1"));

    assertThat(second).isEqualTo(first);
    before
        .tensors()
        .forEach(
            (name, tensor) ->
                assertThat(parameters.values(name)).as(name).isEqualTo(tensor.values()));
  }

  @ParameterizedTest
  @CsvSource({"64, 64", "16, 16", "97, 33", "1, 1"})
  void oneFileServesEverySize(int width, int height) throws IOException {
    Picture picture = crop(width, height, 0);
    try (DistortionNetwork network = network(parameters);
        Assessor assessor = network.newAssessor()) {
      Assessment same = assessor.assess(picture, picture);

      assertThat(same.map().rows()).isEqualTo((height + 15) / 16);
      assertThat(same.map().columns()).isEqualTo((width + 15) / 16);
      assertThat(same.score()).isZero();
    }
  }

  @Test
  void anotherNetworkThanOursIsRefusedBeforeItScores() throws IOException {
    ModelProto ours = model(parameters, Map.of());
    GraphProto.Builder swapped = ours.getGraph().toBuilder();
    swapped.clearOutput().addOutput(ours.getGraph().getOutput(1));
    Path file = folder.resolve("other.onnx");
    Files.write(file, ours.toBuilder().setGraph(swapped).build().toByteArray());

    assertThatThrownBy(() -> OnnxNetwork.load(file, 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("other.onnx is not a network that Pixelwatch can run");
  }

  @Test
  void aNetworkWithoutWeightsSaysNothing() throws IOException {
    Parameters empty = parameters.copy();
    empty
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (name.endsWith(".weight")) {
                Arrays.fill(tensor.values(), 0);
              }
            });
    try (DistortionNetwork network = network(empty);
        Assessor assessor = network.newAssessor()) {
      Assessment assessment = assessor.assess(crop(64, 48, 0), crop(64, 48, 30));

      assertThat(assessment.score()).isZero();
      for (float value : assessment.map().values()) {
        assertThat(value).isEqualTo(0.5f);
      }
    }
  }

  @Test
  void aRunningMeanMovesTheAnswerAsItsBiasWouldBack() throws IOException {
    // Batch normalisation subtracts the mean and adds beta, so a shift of both cancels out.
    Parameters shifted = parameters.copy();
    shifted
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (name.endsWith(".mean")) {
                Arrays.fill(tensor.values(), 0.5f);
              } else if (name.endsWith(".beta")) {
                // The variance and gamma of a fresh network are 1.
                Arrays.fill(tensor.values(), 0.5f);
              }
            });
    float[] plain = answer(parameters);
    float[] moved = answer(shifted);

    for (int i = 0; i < plain.length; i++) {
      assertThat(moved[i]).isCloseTo(plain[i], within(1e-4f));
    }
  }

  @Test
  void theScaleOfANormalisedLayerDoesNotCount() throws IOException {
    Parameters scaled = parameters.copy();
    for (String name : parameters.tensors().keySet()) {
      if (name.endsWith(".mean")) {
        String layer = name.substring(0, name.length() - ".mean".length());
        multiply(scaled.values(layer + ".weight"), 2);
        multiply(scaled.values(layer + ".mean"), 2);
        multiply(scaled.values(layer + ".variance"), 4);
      }
    }
    float[] plain = answer(parameters);
    float[] same = answer(scaled);

    for (int i = 0; i < plain.length; i++) {
      assertThat(same[i]).isCloseTo(plain[i], within(1e-3f));
    }
  }

  @Test
  void anotherFrameIsAnsweredDifferently() throws IOException {
    // Else the two tests above would prove nothing.
    float[] answer = answer(parameters);
    float least = 1;
    float most = 0;
    for (float value : answer) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }

    assertThat(most - least).isGreaterThan(0.05f);
  }

  private static void multiply(float[] values, float factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }

  private float[] answer(Parameters exported) throws IOException {
    try (DistortionNetwork network = network(exported);
        Assessor assessor = network.newAssessor()) {
      return assessor.assess(crop(64, 48, 0), crop(64, 48, 30)).map().values();
    }
  }

  private DistortionNetwork network(Parameters exported) throws IOException {
    Path file = folder.resolve("net.onnx");
    Files.write(file, OnnxExport.toOnnx(exported, Map.of()));
    return OnnxNetwork.load(file, 1);
  }

  private static ModelProto model(Parameters parameters, Map<String, String> metadata)
      throws InvalidProtocolBufferException {
    return ModelProto.parseFrom(OnnxExport.toOnnx(parameters, metadata));
  }

  private static String signature(ValueInfoProto value) {
    return value.getName()
        + " "
        + value.getType().getTensorType().getShape().getDimList().stream()
            .map(d -> d.getDimParam().isEmpty() ? Long.toString(d.getDimValue()) : d.getDimParam())
            .toList();
  }

  /** The upper left corner of a frame of the painted street. */
  private static Picture crop(int width, int height, long number) {
    Picture frame = new MovingScene(128, 64, 1).frame(number);
    byte[] luma = new byte[width * height];
    byte[] cb = new byte[Picture.half(width) * Picture.half(height)];
    byte[] cr = cb.clone();
    for (int y = 0; y < height; y++) {
      System.arraycopy(frame.luma(), y * 128, luma, y * width, width);
    }
    int half = Picture.half(width);
    for (int y = 0; y < Picture.half(height); y++) {
      System.arraycopy(frame.cb(), y * 64, cb, y * half, half);
      System.arraycopy(frame.cr(), y * 64, cr, y * half, half);
    }
    return new Picture(width, height, luma, cb, cr, frame.matrix(), frame.range());
  }
}
