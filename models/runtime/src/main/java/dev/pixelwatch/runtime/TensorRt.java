package dev.pixelwatch.runtime;

import dev.pixelwatch.core.UserError;
import java.net.URL;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.cuda.cudart.cudaDeviceProp;
import org.bytedeco.cuda.global.cudart;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.tensorrt.global.nvinfer;

/** NVIDIA's driver, CUDA runtime and TensorRT, as far as this machine has them. */
final class TensorRt {
  /** What the loader of the bindings insists on, and TensorRT itself needs none of. */
  private static final String[] UNNEEDED = {"jnicublas", "jnicudnn", "jninvrtc"};

  private static final Pattern NOT_FOUND =
      Pattern.compile("(lib[\\w.+-]+?\\.so[.\\d]*): cannot open shared object file");

  private TensorRt() {}

  /** Why TensorRT cannot be used here, and what would help; empty if it can. Asked once. */
  static Optional<UserError> missing() {
    return Look.MISSING;
  }

  /** Whether the bindings to it are in this copy of Pixelwatch. */
  static boolean isBuiltIn() {
    return bindings("tensorrt", "jninvinfer") != null && bindings("cuda", "jnicudart") != null;
  }

  private static URL bindings(String folder, String library) {
    return TensorRt.class.getResource(
        "/org/bytedeco/%s/%s/lib%s.so".formatted(folder, Loader.getPlatform(), library));
  }

  /** Such as {@code 11.2.1}. */
  static String version() {
    int version = nvinfer.getInferLibVersion();
    return "%d.%d.%d".formatted(version / 10_000, version / 100 % 100, version % 100);
  }

  /** Name and compute capability of the first GPU, such as {@code NVIDIA H200 (9.0)}. */
  static String gpu() {
    try (cudaDeviceProp properties = new cudaDeviceProp()) {
      check(cudart.cudaGetDeviceProperties(properties, 0));
      return "%s (%d.%d)"
          .formatted(properties.name().getString(), properties.major(), properties.minor());
    }
  }

  /**
   * @throws IllegalStateException if a call of the CUDA runtime failed
   */
  static void check(int error) {
    if (error != cudart.cudaSuccess) {
      throw new IllegalStateException("the GPU failed: " + describe(error));
    }
  }

  static String describe(int error) {
    return "CUDA error %d, %s".formatted(error, cudart.cudaGetErrorString(error).getString());
  }

  static UserError noLibrary(LinkageError error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      Matcher matcher = NOT_FOUND.matcher(String.valueOf(cause.getMessage()));
      if (matcher.find()) {
        return noLibrary(matcher.group(1), error);
      }
    }
    return new UserError(
        "TensorRT cannot be loaded: " + error.getMessage(), "Choose --engine cpu.", error);
  }

  private static UserError noLibrary(String library, Throwable cause) {
    if (library.startsWith("libcuda.")) {
      return new UserError(
          "there is no NVIDIA driver (%s)".formatted(library),
          "Install the driver of the GPU, or choose --engine cpu.",
          cause);
    }
    return new UserError(
        "%s is not installed (%s)"
            .formatted(library.startsWith("libnv") ? "TensorRT" : "a library of CUDA", library),
        "Check that it is there in this version, and that LD_LIBRARY_PATH names its folder.",
        cause);
  }

  /** What builds plans, where {@link #missing} is empty. */
  static PlanBuilder builder() {
    return Look.builder;
  }

  /** Loads everything, the first time that it is asked for. */
  private static final class Look {
    private static PlanBuilder builder;
    static final Optional<UserError> MISSING = look();

    private static Optional<UserError> look() {
      if (!isBuiltIn()) {
        return Optional.of(
            new UserError(
                "this copy of Pixelwatch is built without TensorRT",
                "Build it with PIXELWATCH_PROFILES=tensorrt ./pixelwatch ..., or choose --engine cpu."));
      }
      try {
        int[] devices = new int[1];
        int error = cudart.cudaGetDeviceCount(devices);
        if (error != cudart.cudaSuccess) {
          return Optional.of(
              new UserError(
                  "no GPU can be used: " + describe(error),
                  "Check what nvidia-smi says, or choose --engine cpu."));
        }
        for (String library : UNNEEDED) {
          // Under these names it takes the library of the CUDA runtime, which is loaded.
          Loader.loadLibrary(cudart.class, new URL[] {bindings("cuda", "jnicudart")}, library);
        }
        Loader.load(org.bytedeco.tensorrt.presets.nvinfer.class);
        Loader.load(org.bytedeco.tensorrt.presets.nvonnxparser.class);
        builder = new PlanBuilder(); // Its kernels are in a library for this kind of GPU alone.
        return Optional.empty();
      } catch (IllegalStateException e) {
        return Optional.of(
            new UserError(
                "TensorRT %s cannot build plans for this GPU".formatted(version()),
                "Check that all of TensorRT is installed, libnvinfer_builder_resource for this GPU"
                    + " included, and what the log says; or choose --engine cpu.",
                e));
      } catch (LinkageError e) {
        return Optional.of(noLibrary(e));
      }
    }
  }
}
