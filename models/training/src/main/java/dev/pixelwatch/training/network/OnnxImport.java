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
   * The weights and biases of the file; batch normalisation, which is folded into them, is left
   * neutral but for the biases.
   *
   * @throws IOException if the bytes are no network of this version
   */
  static Parameters read(byte[] onnx) throws IOException {
    GraphProto graph = model(onnx).getGraph();
    NetworkSize size =
        NetworkSize.byId(graph.getName().replaceFirst("^" + OnnxExport.NAME_PREFIX, ""))
            .orElseThrow(() -> new IOException("it is not a network of Pixelwatch"));
    Map<String, float[]> folded = tensors(graph);
    Parameters parameters = Parameters.initial(size, 0);
    for (Map.Entry<String, Parameters.Tensor> entry : parameters.tensors().entrySet()) {
      String name = entry.getKey();
      if (name.endsWith(".weight") || name.endsWith(".beta")) {
        float[] from = folded.get(name.replaceFirst("beta$", "bias"));
        float[] to = entry.getValue().values();
        if (from == null || from.length != to.length) {
          throw new IOException(
              "it is not a " + size.id() + " network of this version: " + name + " differs");
        }
        System.arraycopy(from, 0, to, 0, to.length);
      }
    }
    DistortionNet.STEMS.forEach(stem -> unscale(parameters, stem));
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

  private static Map<String, float[]> tensors(GraphProto graph) {
    Map<String, float[]> tensors = new LinkedHashMap<>();
    for (TensorProto tensor : graph.getInitializerList()) {
      float[] values = new float[tensor.getFloatDataCount()];
      for (int i = 0; i < values.length; i++) {
        values[i] = tensor.getFloatData(i);
      }
      tensors.put(tensor.getName(), values);
    }
    return tensors;
  }

  private static ModelProto model(byte[] onnx) throws IOException {
    try {
      return ModelProto.parseFrom(onnx);
    } catch (InvalidProtocolBufferException e) {
      throw new IOException("it is not an ONNX file", e);
    }
  }
}
