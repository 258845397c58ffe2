package dev.pixelwatch.training.network;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters from an ONNX file that {@link OnnxExport} wrote. */
public final class OnnxImport {
  private OnnxImport() {}

  /**
   * The properties that {@link OnnxExport} wrote into the file.
   *
   * @throws IOException if the bytes are no ONNX file
   */
  public static Map<String, String> metadata(byte[] onnx) throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>();
    model(onnx).getMetadataPropsList().forEach(p -> metadata.put(p.getKey(), p.getValue()));
    return metadata;
  }

  /**
   * The weights of the file, and its biases as the shifts of a batch normalisation that does
   * nothing else. An earlier version may have other layers than the network has now.
   *
   * @throws IOException if the bytes are no network of Pixelwatch
   */
  static Parameters read(byte[] onnx) throws IOException {
    GraphProto graph = model(onnx).getGraph();
    NetworkSize size =
        NetworkSize.byId(graph.getName().replaceFirst("^" + OnnxExport.NAME_PREFIX, ""))
            .orElseThrow(() -> new IOException("it is not a network of Pixelwatch"));
    Parameters parameters = Parameters.empty(size);
    for (TensorProto tensor : graph.getInitializerList()) {
      String name = tensor.getName().replaceFirst("bias$", "beta");
      if (name.endsWith(".weight") || name.endsWith(".beta")) {
        long[] shape = tensor.getDimsList().stream().mapToLong(n -> n).toArray();
        parameters.declare(name, true, values(tensor), shape);
      }
    }
    for (String stem : DistortionNet.STEMS) {
      if (!parameters.tensors().containsKey(stem + ".weight")) {
        throw new IOException("it lacks the layer " + stem);
      }
      unscale(parameters, stem);
    }
    return parameters;
  }

  /** Takes the scaling of the code values out of a first layer again. */
  private static void unscale(Parameters parameters, String layer) {
    float[] weight = parameters.values(layer + ".weight");
    float[] bias = parameters.values(layer + ".beta");
    int perOutput = weight.length / bias.length;
    for (int i = 0; i < weight.length; i++) {
      weight[i] = (float) (weight[i] / Ops.CODE_SCALE);
      bias[i / perOutput] -= (float) (Ops.CODE_OFFSET * weight[i]);
    }
  }

  private static float[] values(TensorProto tensor) {
    float[] values = new float[tensor.getFloatDataCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = tensor.getFloatData(i);
    }
    return values;
  }

  private static ModelProto model(byte[] onnx) throws IOException {
    try {
      return ModelProto.parseFrom(onnx);
    } catch (InvalidProtocolBufferException e) {
      throw new IOException("it is not an ONNX file", e);
    }
  }
}
