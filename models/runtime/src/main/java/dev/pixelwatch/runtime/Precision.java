package dev.pixelwatch.runtime;

import java.util.Locale;

/** The floating-point numbers that a GPU computes with (IEEE 754). */
enum Precision {
  /** 32 bits; matrix units do not shorten it (TF32 is off). */
  FP32,
  /** 16 bits; means over a frame and the answers are still made with 32. */
  FP16;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
