package dev.pixelwatch.training.network;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters from an ONNX file that {@link OnnxExport} wrote. */
public final class OnnxImport {
  private static final String WEIGHT = ".weight";
  private static final String BETA = ".beta";

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
   * nothing else and has no other tensors here. An earlier version may have other layers than the
   * network has now.
   *
   * @throws IOException if the bytes are no network of Pixelwatch, or not as it writes them
   */
  static Parameters read(byte[] onnx) throws IOException {
    GraphProto graph = model(onnx).getGraph();
    NetworkSize size =
        NetworkSize.byId(graph.getName().replaceFirst("^" + OnnxExport.NAME_PREFIX, ""))
            .orElseThrow(() -> new IOException("it is not a network of Pixelwatch"));
    Parameters parameters = Parameters.empty(size);
    Map<String, TensorProto> tensors = new LinkedHashMap<>();
    graph.getInitializerList().forEach(tensor -> tensors.put(tensor.getName(), tensor));
    for (String name : tensors.keySet()) {
      if (name.endsWith(WEIGHT)) {
        declare(parameters, name.substring(0, name.length() - WEIGHT.length()), tensors);
      }
    }
    for (String layer : DistortionNet.INDISPENSABLE) {
      if (!parameters.tensors().containsKey(layer + WEIGHT)) {
        throw new IOException("it lacks the layer " + layer);
      }
    }
    DistortionNet.STEMS.forEach(stem -> unscale(parameters, stem));
    return parameters;
  }

  /** Takes the scaling of the code values out of a first layer again. */
  private static void unscale(Parameters parameters, String layer) {
    float[] weight = parameters.values(layer + WEIGHT);
    float[] bias = parameters.values(layer + BETA);
    int perOutput = weight.length / bias.length;
    for (int i = 0; i < weight.length; i++) {
      weight[i] = (float) (weight[i] / Ops.CODE_SCALE);
      bias[i / perOutput] -= (float) (Ops.CODE_OFFSET * weight[i]);
    }
  }

  private static void declare(Parameters parameters, String layer, Map<String, TensorProto> tensors)
      throws IOException {
    TensorProto weight = tensors.get(layer + WEIGHT);
    TensorProto bias = tensors.get(layer + ".bias");
    long[] shape = weight.getDimsList().stream().mapToLong(size -> size).toArray();
    if (bias == null || shape.length != 4 || shape[2] != shape[3]) {
      throw new IOException(
          "its layer " + layer + " is no convolution with a square kernel and a bias");
    }
    parameters.declare(layer + WEIGHT, true, values(weight, shape), shape);
    parameters.declare(layer + BETA, true, values(bias, shape[0]), shape[0]);
  }

  private static float[] values(TensorProto tensor, long... shape) throws IOException {
    if (tensor.getFloatDataCount() != Arrays.stream(shape).reduce(1, Math::multiplyExact)) {
      throw new IOException(
          "its tensor %s does not hold the floats of the shape %s"
              .formatted(tensor.getName(), Arrays.toString(shape)));
    }
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
