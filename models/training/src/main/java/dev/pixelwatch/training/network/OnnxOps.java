package dev.pixelwatch.training.network;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.Arrays;
import java.util.List;

/**
 * Writes the network as ONNX nodes (opset 17). Batch normalisation and the scaling of the code
 * values are folded into the convolutions, so that the graph has nothing to do at full size but one
 * cast.
 */
final class OnnxOps implements Ops<OnnxOps.Value> {
  /**
   * An edge of the graph.
   *
   * @param name its name
   * @param channels its channels
   * @param scale the tensor is {@code scale * edge + offset}, for the next convolution to fold in
   * @param offset see scale
   */
  record Value(String name, int channels, double scale, double offset) {
    Value(String name, int channels) {
      this(name, channels, 1, 0);
    }
  }

  private final GraphProto.Builder graph;
  private final Parameters parameters;
  private int edges;

  OnnxOps(GraphProto.Builder graph, Parameters parameters) {
    this.graph = graph;
    this.parameters = parameters;
  }

  @Override
  public Value normalise(Value codeValues) {
    Value floats =
        node(
            "Cast",
            codeValues.channels,
            List.of(codeValues),
            integer("to", TensorProto.DataType.FLOAT_VALUE));
    return new Value(floats.name, floats.channels, CODE_SCALE, CODE_OFFSET);
  }

  @Override
  public Value linear(String name, Value x, int out) {
    float[] weight = parameters.values(name + ".weight").clone();
    return convolve(name, x, weight, new float[out], 1, 1);
  }

  @Override
  public Value convNorm(String name, Value x, int out, int kernel, int stride) {
    float[] weight = parameters.values(name + ".weight").clone();
    float[] gamma = parameters.values(name + ".gamma");
    float[] beta = parameters.values(name + ".beta");
    float[] mean = parameters.values(name + ".mean");
    float[] variance = parameters.values(name + ".variance");
    float[] bias = new float[out];
    int perOutput = weight.length / out;
    for (int o = 0; o < out; o++) {
      double factor = gamma[o] / Math.sqrt(variance[o] + DjlOps.EPSILON);
      bias[o] = (float) (beta[o] - mean[o] * factor);
      for (int i = o * perOutput; i < (o + 1) * perOutput; i++) {
        weight[i] = (float) (weight[i] * factor);
      }
    }
    return convolve(name, x, weight, bias, kernel, stride);
  }

  private Value convolve(
      String name, Value x, float[] weight, float[] bias, int kernel, int stride) {
    int out = bias.length;
    foldScale(x, weight, bias, kernel);
    int padding = kernel % 2 == 1 ? kernel / 2 : 0;
    Value w = constant(name + ".weight", weight, out, x.channels, kernel, kernel);
    Value b = constant(name + ".bias", bias, out);
    return node(
        "Conv",
        out,
        List.of(x, w, b),
        integers("kernel_shape", kernel, kernel),
        integers("strides", stride, stride),
        integers("pads", padding, padding, padding, padding));
  }

  private static void foldScale(Value x, float[] weight, float[] bias, int kernel) {
    if (x.scale == 1 && x.offset == 0) {
      return;
    }
    if (kernel % 2 == 1) {
      throw new IllegalStateException("an offset cannot be folded through zero padding");
    }
    int perOutput = weight.length / bias.length;
    for (int o = 0; o < bias.length; o++) {
      double sum = 0;
      for (int i = o * perOutput; i < (o + 1) * perOutput; i++) {
        sum += weight[i];
        weight[i] = (float) (weight[i] * x.scale);
      }
      bias[o] = (float) (bias[o] + x.offset * sum);
    }
  }

  @Override
  public Value relu(Value x) {
    return node("Relu", x.channels, List.of(x));
  }

  @Override
  public Value abs(Value x) {
    return node("Abs", x.channels, List.of(x));
  }

  @Override
  public Value meanPool(Value x, int side) {
    return node(
        "AveragePool",
        x.channels,
        List.of(x),
        integers("kernel_shape", side, side),
        integers("strides", side, side));
  }

  @Override
  public Value meanAround(Value x, int side) {
    return lineMean(lineMean(x, side, 1), 1, side);
  }

  private Value lineMean(Value x, int height, int width) {
    return node(
        "AveragePool",
        x.channels,
        List.of(x),
        integers("kernel_shape", height, width),
        integers("strides", 1, 1),
        integers("pads", height / 2, width / 2, height / 2, width / 2),
        integer("count_include_pad", 0));
  }

  @Override
  public Value sigmoid(Value x) {
    return node("Sigmoid", x.channels, List.of(x));
  }

  @Override
  public Value add(Value a, Value b) {
    return node("Add", a.channels, List.of(a, b));
  }

  @Override
  public Value subtract(Value a, Value b) {
    return node("Sub", a.channels, List.of(a, b));
  }

  @Override
  public Value concatChannels(List<Value> parts) {
    int channels = parts.stream().mapToInt(Value::channels).sum();
    return node("Concat", channels, parts, integer("axis", 1));
  }

  @Override
  public Halves<Value> halves(Value x) {
    Value first = new Value(nextEdge(), x.channels);
    Value second = new Value(nextEdge(), x.channels);
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Split")
            .setName("Split_" + first.name)
            .addInput(x.name)
            .addOutput(first.name)
            .addOutput(second.name)
            .addAttribute(integer("axis", 0)));
    return new Halves<>(first, second);
  }

  @Override
  public Value frameMean(Value x) {
    return node("GlobalAveragePool", x.channels, List.of(x));
  }

  @Override
  public Value flat(Value x) {
    return node("Squeeze", 1, List.of(x, longs(x.name + ".axes", 1, 2, 3)));
  }

  /** Gives a tensor the name by which users of the file know it. */
  void output(Value x, String name) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Identity")
            .setName(name)
            .addInput(x.name)
            .addOutput(name));
  }

  private Value node(
      String type, int channels, List<Value> inputs, AttributeProto.Builder... attributes) {
    Value out = new Value(nextEdge(), channels);
    NodeProto.Builder node =
        NodeProto.newBuilder().setOpType(type).setName(type + "_" + out.name).addOutput(out.name);
    inputs.forEach(input -> node.addInput(input.name));
    Arrays.stream(attributes).forEach(node::addAttribute);
    graph.addNode(node);
    return out;
  }

  private String nextEdge() {
    return "t" + edges++;
  }

  private Value constant(String name, float[] values, long... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.FLOAT_VALUE);
    Arrays.stream(shape).forEach(tensor::addDims);
    for (float value : values) {
      tensor.addFloatData(value);
    }
    graph.addInitializer(tensor);
    return new Value(name, 0);
  }

  private Value longs(String name, long... values) {
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.INT64_VALUE)
            .addDims(values.length)
            .addAllInt64Data(Arrays.stream(values).boxed().toList()));
    return new Value(name, 0);
  }

  private static AttributeProto.Builder integer(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value);
  }

  private static AttributeProto.Builder integers(String name, long... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    Arrays.stream(values).forEach(attribute::addInts);
    return attribute;
  }
}
