package dev.pixelwatch.training.network;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.pixelwatch.core.DistortionType;
import java.util.Map;

/** Trained parameters as an ONNX file that any ONNX runtime reads. */
public final class OnnxExport {
  /** Before the size in the name of the graph. */
  static final String NAME_PREFIX = "pixelwatch-";

  private static final int IR_VERSION = 8;
  private static final int OPSET = 17;

  private OnnxExport() {}

  /**
   * The network as the bytes of an ONNX file. Inputs: {@code luma} (2N x 1 x H x W, uint8) and
   * {@code chroma} (2N x 2 x H/2 x W/2, uint8), the N references first. Outputs: {@code map} (N x
   * 15 x H/16 x W/16) and {@code score} (N, in units of 100 points).
   *
   * @param metadata written into the file's properties, such as how it was trained
   */
  public static byte[] toOnnx(Parameters parameters, Map<String, String> metadata) {
    return toOnnx(parameters, AntiSymmetry.BY_CONSTRUCTION, metadata);
  }

  /** The same of a network that was trained to come by anti-symmetry in another way. */
  public static byte[] toOnnx(
      Parameters parameters, AntiSymmetry antiSymmetry, Map<String, String> metadata) {
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .setName(NAME_PREFIX + parameters.size().id())
            .addInput(tensor("luma", TensorProto.DataType.UINT8_VALUE, "2N", 1, "H", "W"))
            .addInput(tensor("chroma", TensorProto.DataType.UINT8_VALUE, "2N", 2, "H/2", "W/2"))
            .addOutput(
                tensor(
                    "map",
                    TensorProto.DataType.FLOAT_VALUE,
                    "N",
                    DistortionType.COUNT,
                    "H/16",
                    "W/16"))
            .addOutput(tensor("score", TensorProto.DataType.FLOAT_VALUE, "N"));
    OnnxOps ops = new OnnxOps(graph, parameters);
    DistortionNet.Output<OnnxOps.Value> output =
        DistortionNet.define(
            ops,
            parameters.size(),
            antiSymmetry,
            new OnnxOps.Value("luma", 1),
            new OnnxOps.Value("chroma", 2));
    ops.output(output.map(), "map");
    ops.output(output.score(), "score");

    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("pixelwatch")
            .setGraph(graph)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET));
    metadata.forEach(
        (key, value) ->
            model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    return model.build().toByteArray();
  }

  private static ValueInfoProto tensor(String name, int type, Object... dimensions) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (Object dimension : dimensions) {
      TensorShapeProto.Dimension.Builder size = TensorShapeProto.Dimension.newBuilder();
      shape.addDim(
          dimension instanceof Integer fixed
              ? size.setDimValue(fixed)
              : size.setDimParam((String) dimension));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape)))
        .build();
  }
}
