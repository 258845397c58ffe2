package dev.pixelwatch.runtime;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.platform.Fp16Conversions;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The same network for one frame size and precision, as TensorRT wants it: its fastest plans are
 * made for fixed shapes, and precision is what the ONNX file says, for there is no switch.
 *
 * <p>With 16 bits everything is narrow but for what would lose too much: the layers that read code
 * values, where sums of large numbers nearly cancel, sums over a frame, and the answers. The map's
 * sigmoid is taken of wide numbers, so that swapping the pair still mirrors it exactly.
 */
final class OnnxEdition {
  /** What is computed with 32 bits, and with it everything that follows. */
  private static final Set<String> WIDE = Set.of("GlobalAveragePool", "Sigmoid");

  private static final int FLOAT = TensorProto.DataType.FLOAT_VALUE;
  private static final int FLOAT16 = TensorProto.DataType.FLOAT16_VALUE;

  private final Set<String> floats = new HashSet<>();
  private final Set<String> codes = new HashSet<>();
  private final Set<String> narrow = new HashSet<>();
  private final Set<String> narrowed = new HashSet<>();
  private final List<NodeProto> nodes = new ArrayList<>();

  private OnnxEdition() {}

  /**
   * @param onnx a network that Pixelwatch trained, of 32 bits and any frame size
   * @param width of the frames in pixels, a multiple of 16
   * @param height likewise
   * @throws IllegalArgumentException if these are not the bytes of an ONNX file
   */
  static byte[] of(byte[] onnx, int width, int height, Precision precision) {
    try {
      ModelProto.Builder model = ModelProto.parseFrom(onnx).toBuilder();
      GraphProto.Builder graph = model.getGraphBuilder();
      graph.getInputBuilderList().forEach(tensor -> fix(tensor, width, height));
      graph.getOutputBuilderList().forEach(tensor -> fix(tensor, width, height));
      if (precision == Precision.FP16) {
        new OnnxEdition().narrow(graph);
      }
      return model.build().toByteArray();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("these bytes are no ONNX file", e);
    }
  }

  private static void fix(ValueInfoProto.Builder tensor, int width, int height) {
    tensor
        .getTypeBuilder()
        .getTensorTypeBuilder()
        .getShapeBuilder()
        .getDimBuilderList()
        .forEach(dimension -> fix(dimension, width, height));
  }

  /** By the names that the exporter gives to what is not fixed. */
  private static void fix(TensorShapeProto.Dimension.Builder dimension, int width, int height) {
    switch (dimension.getDimParam()) {
      case "N" -> dimension.setDimValue(1);
      case "2N" -> dimension.setDimValue(2);
      case "H" -> dimension.setDimValue(height);
      case "W" -> dimension.setDimValue(width);
      case "H/2" -> dimension.setDimValue(height / 2);
      case "W/2" -> dimension.setDimValue(width / 2);
      case "H/16" -> dimension.setDimValue(height / 16);
      case "W/16" -> dimension.setDimValue(width / 16);
      default -> {
        // Is fixed already.
      }
    }
  }

  private void narrow(GraphProto.Builder graph) {
    for (TensorProto tensor : graph.getInitializerList()) {
      if (tensor.getDataType() == FLOAT) {
        floats.add(tensor.getName());
      }
    }
    Set<String> outputs = new HashSet<>();
    graph.getOutputList().forEach(output -> outputs.add(output.getName()));
    graph.getNodeList().forEach(node -> add(node, outputs));
    graph.clearNode().addAllNode(nodes);
    for (TensorProto.Builder tensor : graph.getInitializerBuilderList()) {
      if (narrowed.contains(tensor.getName())) {
        narrow(tensor);
      }
    }
  }

  private void add(NodeProto node, Set<String> outputs) {
    boolean reads = node.getInputList().stream().anyMatch(narrow::contains);
    if (node.getOpType().equals("Cast")) {
      nodes.add(node);
      codes.add(node.getOutput(0));
    } else if (codes.contains(node.getInput(0))) {
      String wide = node.getOutput(0) + ".wide";
      nodes.add(node.toBuilder().setOutput(0, wide).build());
      nodes.add(cast("Cast_" + wide, wide, node.getOutput(0), FLOAT16));
      narrow.add(node.getOutput(0));
    } else if (!reads) {
      nodes.add(node);
    } else if (WIDE.contains(node.getOpType()) || outputs.contains(node.getOutput(0))) {
      nodes.add(widened(node));
    } else {
      node.getInputList().stream().filter(floats::contains).forEach(narrowed::add);
      nodes.add(node);
      narrow.addAll(node.getOutputList());
    }
  }

  /** The node on its only input, made wide. */
  private NodeProto widened(NodeProto node) {
    String wide = node.getInput(0) + ".wide." + node.getOutput(0);
    nodes.add(cast("Cast_" + wide, node.getInput(0), wide, FLOAT));
    return node.toBuilder().setInput(0, wide).build();
  }

  private static NodeProto cast(String name, String from, String to, int type) {
    return NodeProto.newBuilder()
        .setOpType("Cast")
        .setName(name)
        .addInput(from)
        .addOutput(to)
        .addAttribute(
            AttributeProto.newBuilder()
                .setName("to")
                .setType(AttributeProto.AttributeType.INT)
                .setI(type))
        .build();
  }

  private static void narrow(TensorProto.Builder tensor) {
    ByteBuffer bytes =
        ByteBuffer.allocate(2 * tensor.getFloatDataCount()).order(ByteOrder.LITTLE_ENDIAN);
    tensor.getFloatDataList().forEach(value -> bytes.putShort(Fp16Conversions.floatToFp16(value)));
    tensor.clearFloatData().setDataType(FLOAT16).setRawData(ByteString.copyFrom(bytes.flip()));
  }
}
