package dev.pixelwatch.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * All that a TensorRT plan depends on. A plan of another key may answer wrongly or not at all.
 *
 * @param model which weights
 * @param edition hash of the ONNX file that the plan is built from, see {@link OnnxEdition}
 * @param tensorRt version of TensorRT, such as {@code 11.2.1}
 * @param gpu name of the GPU and its compute capability, such as {@code NVIDIA H200 (9.0)}
 * @param width of the frames in pixels, a multiple of 16
 * @param height likewise
 * @param precision what is computed with
 */
record PlanKey(
    ModelInfo model,
    String edition,
    String tensorRt,
    String gpu,
    int width,
    int height,
    Precision precision) {
  private static final int DIGITS = 12;

  /** The key in words, on one line. */
  String text() {
    return "%s %s; edition %s; TensorRT %s; %s; %d x %d; %s"
        .formatted(
            model.name(), model.sha256(), edition, tensorRt, gpu, width, height, precision.id());
  }

  /** Name of its file in the cache: readable, and another for every other key. */
  String fileName() {
    String hash = Weights.sha256(text().getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    return "%s-%dx%d-%s-%s.plan"
        .formatted(
            model.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"),
            width,
            height,
            precision.id(),
            hash);
  }
}
