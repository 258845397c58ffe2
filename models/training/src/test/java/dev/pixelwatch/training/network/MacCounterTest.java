package dev.pixelwatch.training.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MacCounterTest {

  @ParameterizedTest
  @EnumSource
  void theCountIsThatOfTheConvolutionsInTheExportedFile(NetworkSize size)
      throws InvalidProtocolBufferException {
    byte[] onnx = OnnxExport.toOnnx(Parameters.initial(size, 1), Map.of());

    assertThat(MacCounter.ofPair(size, 160, 96))
        .isEqualTo(convolutions(ModelProto.parseFrom(onnx).getGraph(), 160, 96));
  }

  @ParameterizedTest
  @EnumSource
  void workGrowsWithTheArea(NetworkSize size) {
    long one = MacCounter.ofPair(size, 160, 160);
    long step = MacCounter.ofPair(size, 320, 160) - one;

    assertThat(MacCounter.ofPair(size, 160, 320)).isEqualTo(one + step);
    assertThat(MacCounter.ofPair(size, 320, 320)).isEqualTo(one + 3 * step);
    // What the score does once for the whole frame does not grow.
    assertThat(one - step).isPositive().isLessThan(step / 100);
  }

  @Test
  void aPartOfACellCostsAsMuchAsAWholeOne() {
    long hd = MacCounter.ofPair(NetworkSize.LIVE, 1920, 1088);

    assertThat(MacCounter.ofPair(NetworkSize.LIVE, 1920, 1080)).isEqualTo(hd);
    assertThat(MacCounter.ofPair(NetworkSize.LIVE, 1905, 1073)).isEqualTo(hd);
    assertThat(MacCounter.ofPair(NetworkSize.LIVE, 1904, 1080)).isLessThan(hd);
  }

  @Test
  void theLargestFramesDoNotOverflow() {
    long hd = MacCounter.ofPair(NetworkSize.STUDIO, 1920, 1088);
    long half = MacCounter.ofPair(NetworkSize.STUDIO, 960, 1088);

    assertThat(MacCounter.ofPair(NetworkSize.STUDIO, 7680, 4352)).isEqualTo(hd + 30 * (hd - half));
  }

  /** Follows batch, height and width from edge to edge. */
  private static long convolutions(GraphProto graph, int width, int height) {
    Map<String, TensorProto> weights = new HashMap<>();
    graph.getInitializerList().forEach(tensor -> weights.put(tensor.getName(), tensor));
    Map<String, long[]> shapes = new HashMap<>();
    shapes.put("luma", new long[] {2, height, width});
    shapes.put("chroma", new long[] {2, height / 2, width / 2});
    long macs = 0;
    for (NodeProto node : graph.getNodeList()) {
      long[] shape = shapes.get(node.getInput(0)).clone();
      if (node.getOpType().equals("Split")) {
        shape[0] /= 2;
      } else if (node.getOpType().equals("Conv") || node.getOpType().equals("AveragePool")) {
        long stride = strides(node).get(0);
        shape[1] /= stride;
        shape[2] /= stride;
      } else if (node.getOpType().equals("GlobalAveragePool")) {
        shape[1] = 1;
        shape[2] = 1;
      } else if (node.getOpType().equals("Concat") && attribute(node, "axis").getI() == 0) {
        shape[0] = node.getInputList().stream().mapToLong(input -> shapes.get(input)[0]).sum();
      }
      if (node.getOpType().equals("Conv")) {
        List<Long> dims = weights.get(node.getInput(1)).getDimsList();
        long values = dims.stream().reduce(1L, (a, b) -> a * b);
        macs += shape[0] * shape[1] * shape[2] * values;
      }
      node.getOutputList().forEach(output -> shapes.put(output, shape));
    }
    return macs;
  }

  private static List<Long> strides(NodeProto node) {
    return attribute(node, "strides").getIntsList();
  }

  private static AttributeProto attribute(NodeProto node, String name) {
    return node.getAttributeList().stream()
        .filter(attribute -> attribute.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
