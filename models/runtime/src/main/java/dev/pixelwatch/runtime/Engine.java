package dev.pixelwatch.runtime;

import java.util.Locale;

/** What runs a network. */
public enum Engine {
  /** TensorRT where it works, otherwise the CPU. */
  AUTO,
  /** ONNX Runtime on the CPU. */
  CPU,
  /** NVIDIA's TensorRT on a GPU, with numbers of 16 bits. */
  TENSORRT,
  /** The same with 32 bits. */
  TENSORRT_FP32;

  /** The name used in options. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
