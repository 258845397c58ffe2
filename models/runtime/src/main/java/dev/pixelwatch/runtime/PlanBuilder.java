package dev.pixelwatch.runtime;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tensorrt.global.nvinfer;
import org.bytedeco.tensorrt.global.nvonnxparser;
import org.bytedeco.tensorrt.nvinfer.IBuilder;
import org.bytedeco.tensorrt.nvinfer.IBuilderConfig;
import org.bytedeco.tensorrt.nvinfer.IHostMemory;
import org.bytedeco.tensorrt.nvinfer.INetworkDefinition;
import org.bytedeco.tensorrt.nvonnxparser.IParser;

/**
 * Has TensorRT choose, by trying them on the GPU, how each layer is computed. How far it is cannot
 * be asked: the bindings have no way to be told.
 */
final class PlanBuilder {
  /** Lower addresses are null with an offset, which is how some failures come back. */
  private static final long LEAST_ADDRESS = 4096;

  private final IBuilder builder;

  /**
   * A builder for the first GPU. One for the process, for it cannot be given back.
   *
   * @throws IllegalStateException if TensorRT has no kernels for this GPU, or the GPU fails
   */
  PlanBuilder() {
    builder = made("builder", nvinfer.createInferBuilder(TensorRtLog.INSTANCE));
  }

  /**
   * Builds a plan, which takes a minute or so. Numbers of 32 bits are not shortened to TF32: the
   * sums over code values would lose more than all else that is computed with 16.
   *
   * @param onnx an edition of a network, see {@link OnnxEdition}
   * @throws IllegalStateException if TensorRT cannot
   */
  synchronized byte[] build(byte[] onnx) {
    INetworkDefinition network =
        made(
            "network",
            builder.createNetworkV2(
                1 << nvinfer.NetworkDefinitionCreationFlag.kSTRONGLY_TYPED.value));
    IParser parser = made("parser", nvonnxparser.createParser(network, TensorRtLog.INSTANCE));
    try (BytePointer bytes = new BytePointer(onnx)) {
      if (!parser.parse(bytes, onnx.length)) {
        throw new IllegalStateException("TensorRT does not take the network: " + errors(parser));
      }
      IBuilderConfig config = made("configuration", builder.createBuilderConfig());
      config.clearFlag(nvinfer.BuilderFlag.kTF32);
      IHostMemory plan = made("plan", builder.buildSerializedNetwork(network, config));
      byte[] result = new byte[Math.toIntExact(plan.size())];
      new BytePointer(plan.data()).capacity(plan.size()).get(result);
      return result;
    }
  }

  /** What TensorRT returned, if it is something. */
  static <T extends Pointer> T made(String what, T result) {
    if (!isSomething(result)) {
      throw new IllegalStateException("TensorRT made no " + what);
    }
    return result;
  }

  static boolean isSomething(Pointer result) {
    return result != null && result.address() >= LEAST_ADDRESS;
  }

  private static String errors(IParser parser) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parser.getNbErrors(); i++) {
      text.append(i == 0 ? "" : "; ").append(parser.getError(i).desc());
    }
    return text.toString();
  }
}
