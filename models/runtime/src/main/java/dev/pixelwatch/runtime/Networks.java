package dev.pixelwatch.runtime;

import dev.pixelwatch.core.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens networks on the engine that a user wants. */
public final class Networks {
  /** What the driver of an NVIDIA GPU shows: of a card, and of a Jetson board. */
  private static final List<String> DEVICES = List.of("/dev/nvidiactl", "/dev/nvhost-ctrl-gpu");

  private Networks() {}

  /**
   * Loads a network.
   *
   * @param nameOrFile {@code live}, {@code studio}, or the path of an ONNX file
   * @param engine what runs it
   * @param threads of the CPU that one assessment uses
   * @param notices told what a user should know: why a GPU that is expected is not used, and how
   *     far the building of a plan is
   * @throws UserError if there are no such weights, they are no such network, or the engine cannot
   *     be used here
   */
  public static DistortionNetwork open(
      String nameOrFile, Engine engine, int threads, Consumer<String> notices) {
    return switch (engine) {
      case CPU -> OnnxNetwork.load(nameOrFile, threads);
      case TENSORRT -> tensorRt(nameOrFile, Precision.FP16, notices);
      case TENSORRT_FP32 -> tensorRt(nameOrFile, Precision.FP32, notices);
      case AUTO -> chosen(nameOrFile, threads, notices);
    };
  }

  /** Why TensorRT cannot be used here, and what would help; empty if it can. */
  public static Optional<UserError> withoutTensorRt() {
    return TensorRt.missing();
  }

  /** TensorRT and GPU in words, where {@link #withoutTensorRt} is empty. */
  public static String tensorRt() {
    return "TensorRT %s on %s".formatted(TensorRt.version(), TensorRt.gpu());
  }

  /** Whether a GPU is expected: its driver shows itself, or this copy is built for one. */
  public static boolean gpuIsExpected() {
    return TensorRt.isBuiltIn() || DEVICES.stream().map(Path::of).anyMatch(Files::exists);
  }

  private static DistortionNetwork chosen(
      String nameOrFile, int threads, Consumer<String> notices) {
    Optional<UserError> missing = TensorRt.missing();
    if (missing.isEmpty()) {
      return tensorRt(nameOrFile, Precision.FP16, notices);
    }
    if (gpuIsExpected()) {
      notices.accept(
          "the CPU scores, not the GPU: %s. %s"
              .formatted(
                  missing.get().getMessage(), missing.get().hint().replaceFirst("\\.$", "")));
    }
    return OnnxNetwork.load(nameOrFile, threads);
  }

  private static DistortionNetwork tensorRt(
      String nameOrFile, Precision precision, Consumer<String> notices) {
    if (!OnnxNetwork.isShipped(nameOrFile)) {
      // Tried on the CPU, so that a file that is no network is said at once and in words.
      OnnxNetwork.load(nameOrFile, 1).close();
    }
    return TensorRtNetwork.open(
        Weights.of(nameOrFile),
        precision,
        new PlanCache(PlanCache.usualFolder(), notices),
        notices);
  }
}
