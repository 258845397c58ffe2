package dev.pixelwatch.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class GrowingOpsTest {
  private static final Batch SAMPLE = RandomBatch.of(2, 64, 7);

  @Test
  void aGrownNetworkAnswersAsTheSmallOneDoes() throws IOException {
    Parameters small = Parameters.initial(NetworkSize.LIVE, 5);
    Random random = new Random(6);
    small
        .tensors()
        .forEach(
            (name, tensor) -> {
              // Fresh biases are 0, and whether they were taken over would not show.
              boolean none = name.endsWith(".beta") || name.equals("context.out.weight");
              for (int i = 0; none && i < tensor.values().length; i++) {
                tensor.values()[i] = (float) random.nextGaussian();
              }
            });
    try (Objective objective = new Objective(ComputeDevice.CPU)) {
      Objective.Answer expected = objective.answer(small, SAMPLE);

      Parameters large =
          objective.takeUp(OnnxExport.toOnnx(small, Map.of()), NetworkSize.STUDIO, 1, SAMPLE);
      Objective.Answer grown = objective.answer(large, SAMPLE);

      assertThat(large.size()).isEqualTo(NetworkSize.STUDIO);
      assertThat(grown.maps()).hasSameSizeAs(expected.maps());
      for (int i = 0; i < grown.maps().length; i++) {
        assertThat(grown.maps()[i]).isCloseTo(expected.maps()[i], within(1e-4f));
      }
      for (int i = 0; i < grown.scores().length; i++) {
        assertThat(grown.scores()[i]).isCloseTo(expected.scores()[i], within(1e-3f));
        // Else the comparison would prove nothing.
        assertThat(Math.abs(expected.scores()[i])).isGreaterThan(0.01f);
      }
      assertThat(expected.maps()[0]).isNotEqualTo(0.5f);
    }
  }

  @Test
  void itsNewChannelsLearnFromTheFirstStep() throws IOException {
    try (Objective objective = new Objective(ComputeDevice.CPU)) {
      byte[] small = OnnxExport.toOnnx(Parameters.initial(NetworkSize.LIVE, 5), Map.of());
      Parameters large = objective.takeUp(small, NetworkSize.STUDIO, 1, SAMPLE);
      Map<String, float[]> gradients = objective.differentiate(large, SAMPLE).gradients();

      float[] out = gradients.get("head.out.weight");
      int newest = out.length - 1;
      assertThat(large.values("head.out.weight")[newest]).isZero();
      assertThat(out[newest]).isNotZero();
    }
  }

  @Test
  void weightsThatWereSmallAreAsLargeAsFreshOnesAndTheAnswersStay() throws IOException {
    String layer = "encoder.sixteenth.0.weight";
    Parameters fresh = Parameters.initial(NetworkSize.LIVE, 5);
    Parameters small = fresh.copy();
    for (int i = 0; i < small.values(layer).length; i++) {
      small.values(layer)[i] /= 100;
    }
    try (Objective objective = new Objective(ComputeDevice.CPU)) {
      Parameters again =
          objective.takeUp(OnnxExport.toOnnx(small, Map.of()), NetworkSize.LIVE, 6, SAMPLE);

      float[] expected = objective.answer(small, SAMPLE).maps();
      float[] maps = objective.answer(again, SAMPLE).maps();
      for (int i = 0; i < expected.length; i++) {
        assertThat(maps[i]).isCloseTo(expected[i], within(1e-4f));
      }
      assertThat(rootMeanSquare(again.values(layer)))
          .isCloseTo(rootMeanSquare(fresh.values(layer)), withinPercentage(3));
    }
  }

  private static double rootMeanSquare(float[] values) {
    double squares = 0;
    for (float v : values) {
      squares += v * v;
    }
    return Math.sqrt(squares / values.length);
  }

  @Test
  void aNetworkOfAnEarlierVersionAnswersTheSameWithTheLayersThatItLacked() throws IOException {
    Parameters parameters = Parameters.initial(NetworkSize.LIVE, 5);
    byte[] file =
        with(
            OnnxExport.toOnnx(parameters, Map.of()),
            tensor -> !tensor.getName().matches("(around|context)[.].*"));
    try (Objective objective = new Objective(ComputeDevice.CPU)) {
      Parameters again = objective.takeUp(file, NetworkSize.LIVE, 6, SAMPLE);

      float[] expected = objective.answer(parameters, SAMPLE).maps();
      float[] maps = objective.answer(again, SAMPLE).maps();
      for (int i = 0; i < expected.length; i++) {
        assertThat(maps[i]).isCloseTo(expected[i], within(1e-4f));
      }
      Map<String, float[]> gradients = objective.differentiate(again, SAMPLE).gradients();
      assertThat(gradients.get("context.out.weight")[0]).isNotZero();
    }
  }

  @Test
  void ofWiderLayersTheFirstChannelsAreKept() throws IOException {
    Parameters wide = Parameters.initial(NetworkSize.STUDIO, 5);
    ModelProto model = ModelProto.parseFrom(OnnxExport.toOnnx(wide, Map.of()));
    GraphProto.Builder named =
        model.getGraph().toBuilder().setName(OnnxExport.NAME_PREFIX + NetworkSize.LIVE.id());
    byte[] file = model.toBuilder().setGraph(named).build().toByteArray();

    Parameters narrow = GrowingOps.grow(OnnxImport.read(file), NetworkSize.LIVE, 6);

    // 80 and 32 channels out of 48 and 24 inputs: the first 16 of luma, the first 8 of chroma.
    float[] from = wide.values("encoder.eighth.down.weight");
    float[] to = narrow.values("encoder.eighth.down.weight");
    int kernel = 9;
    for (int o = 0; o < 32; o++) {
      for (int i = 0; i < 24; i++) {
        int source = i < 16 ? i : 32 + i - 16;
        assertThat(to[(o * 24 + i) * kernel])
            .isCloseTo(from[(o * 48 + source) * kernel], within(1e-4f));
      }
    }
  }

  @Test
  void whatFitsOnlyByNameIsRefused() throws IOException {
    byte[] live = OnnxExport.toOnnx(Parameters.initial(NetworkSize.LIVE, 5), Map.of());

    assertThatThrownBy(
            () -> OnnxImport.read(with(live, tensor -> tensor.getName().matches("stem.*"))))
        .isInstanceOf(IOException.class)
        .hasMessage("it lacks the layer head.even");
    assertThatThrownBy(
            () -> OnnxImport.read(with(live, tensor -> !tensor.getName().equals("head.out.bias"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("its layer head.out is no convolution");
    assertThatThrownBy(() -> OnnxImport.read(changed(live, tensor -> tensor.clearFloatData())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("its tensor head.out.weight does not hold the floats");
    byte[] narrow =
        changed(
            live,
            tensor -> {
              float[] half = new float[tensor.getFloatDataCount() / 2];
              tensor.clearFloatData().setDims(1, tensor.getDims(1) / 2);
              for (float value : half) {
                tensor.addFloatData(value);
              }
            });
    assertThatThrownBy(() -> GrowingOps.grow(OnnxImport.read(narrow), NetworkSize.LIVE, 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("its layer head.out has the shape [15, 48, 1, 1], where 96 inputs");
  }

  /** The file with some of its tensors only. */
  private static byte[] with(byte[] onnx, Predicate<TensorProto> kept) throws IOException {
    ModelProto model = ModelProto.parseFrom(onnx);
    GraphProto.Builder graph = model.getGraph().toBuilder().clearInitializer();
    model.getGraph().getInitializerList().stream().filter(kept).forEach(graph::addInitializer);
    return model.toBuilder().setGraph(graph).build().toByteArray();
  }

  /** The file with other weights in the last layer of the head. */
  private static byte[] changed(byte[] onnx, Consumer<TensorProto.Builder> change)
      throws IOException {
    ModelProto.Builder model = ModelProto.parseFrom(onnx).toBuilder();
    model.getGraphBuilder().getInitializerBuilderList().stream()
        .filter(tensor -> tensor.getName().equals("head.out.weight"))
        .forEach(change);
    return model.build().toByteArray();
  }

  @Test
  void aNetworkDoesNotShrink() {
    Parameters studio = Parameters.initial(NetworkSize.STUDIO, 5);

    assertThatThrownBy(() -> GrowingOps.grow(studio, NetworkSize.LIVE, 1))
        .isInstanceOf(IOException.class)
        .hasMessage("it is a studio network, which does not fit into a live one");
  }
}
