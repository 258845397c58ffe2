package dev.pixelwatch.runtime;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tensorrt.global.nvinfer;
import org.bytedeco.tensorrt.global.nvonnxparser;
import org.bytedeco.tensorrt.nvinfer.IBuilder;
import org.bytedeco.tensorrt.nvinfer.IBuilderConfig;
import org.bytedeco.tensorrt.nvinfer.IHostMemory;
import org.bytedeco.tensorrt.nvinfer.ILogger;
import org.bytedeco.tensorrt.nvinfer.INetworkDefinition;
import org.bytedeco.tensorrt.nvonnxparser.IParser;

/**
 * Has TensorRT choose, by trying them on the GPU, how each layer is computed. How far it is cannot
 * be asked: the bindings have no way to be told.
 */
final class PlanBuilder {
  private PlanBuilder() {}

  /**
   * Builds a plan, which takes a minute or so.
   *
   * @param onnx an edition of a network, see {@link OnnxEdition}
   * @param exact whether 32-bit numbers may not be shortened to TF32
   * @throws IllegalStateException if TensorRT cannot
   */
  static byte[] build(byte[] onnx, boolean exact, ILogger logger) {
    IBuilder builder = made("a builder", nvinfer.createInferBuilder(logger));
    INetworkDefinition network =
        made(
            "a network",
            builder.createNetworkV2(
                1 << nvinfer.NetworkDefinitionCreationFlag.kSTRONGLY_TYPED.value));
    IParser parser = made("an ONNX parser", nvonnxparser.createParser(network, logger));
    try (BytePointer bytes = new BytePointer(onnx)) {
      if (!parser.parse(bytes, onnx.length)) {
        throw new IllegalStateException("TensorRT does not take the network: " + errors(parser));
      }
      IBuilderConfig config = made("a configuration", builder.createBuilderConfig());
      if (exact) {
        config.clearFlag(nvinfer.BuilderFlag.kTF32);
      }
      IHostMemory plan = made("a plan", builder.buildSerializedNetwork(network, config));
      byte[] result = new byte[Math.toIntExact(plan.size())];
      new BytePointer(plan.data()).capacity(plan.size()).get(result);
      return result;
    }
  }

  /** What TensorRT returned, if it is something. */
  static <T extends Pointer> T made(String what, T result) {
    if (result == null || result.isNull()) {
      throw new IllegalStateException("TensorRT made no " + what.replaceFirst("^an? ", ""));
    }
    return result;
  }

  private static String errors(IParser parser) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parser.getNbErrors(); i++) {
      text.append(i == 0 ? "" : "; ").append(parser.getError(i).desc());
    }
    return text.toString();
  }
}
