package dev.pixelwatch.runtime;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.onnxruntime.OrtEnvironment;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A network in an ONNX file, run by DJL's ONNX Runtime engine on the CPU. */
public final class OnnxNetwork implements DistortionNetwork {
  private static final String ENGINE = "OnnxRuntime";

  private static final int TRIAL_SIDE = 16;

  private final ModelInfo info;
  private final Model model;
  private final int threads;

  private OnnxNetwork(ModelInfo info, Model model, int threads) {
    this.info = info;
    this.model = model;
    this.threads = threads;
  }

  /**
   * Loads weights that came with Pixelwatch, or that {@code ./pixelwatch train} wrote.
   *
   * @param nameOrFile {@code live}, {@code studio}, or the path of an ONNX file
   * @param threads threads that one assessment uses; with several assessors at work, 1 gives the
   *     highest rate
   * @throws UserError if there are no such weights, or they are not such a network
   */
  public static OnnxNetwork load(String nameOrFile, int threads) {
    Weights weights = Weights.of(nameOrFile);
    return isShipped(nameOrFile) ? load(weights, threads) : tried(weights, threads);
  }

  /**
   * Loads weights from a file, such as one that {@code ./pixelwatch train} wrote.
   *
   * @throws UserError if the file cannot be read or is not such a network
   */
  public static OnnxNetwork load(Path file, int threads) {
    return tried(Weights.of(file), threads);
  }

  /** The networks that come with Pixelwatch; none is loaded. */
  public static List<ModelInfo> shipped() {
    return Weights.SHIPPED.stream().map(name -> Weights.of(name).info()).toList();
  }

  /** Whether a network of this name comes with Pixelwatch. */
  public static boolean isShipped(String name) {
    return Weights.SHIPPED.contains(name);
  }

  /** The network, after it has answered once: other ONNX files load as well. */
  private static OnnxNetwork tried(Weights weights, int threads) {
    Picture grey = Picture.grey(TRIAL_SIDE, TRIAL_SIDE);
    try {
      OnnxNetwork network = load(weights, threads);
      try (Assessor assessor = network.newAssessor()) {
        assessor.assess(grey, grey);
        return network;
      } catch (RuntimeException e) {
        network.close();
        throw new IllegalStateException("it does not answer to a pair of frames", e);
      }
    } catch (IllegalStateException e) {
      throw new UserError(
          weights.origin() + " is not a network that Pixelwatch can run",
          "Give an .onnx file that ./pixelwatch train wrote.",
          e);
    }
  }

  /**
   * @throws IllegalStateException if ONNX Runtime does not take it
   */
  static OnnxNetwork load(Weights weights, int threads) {
    Model model = Model.newInstance(weights.info().name(), ENGINE);
    try {
      model.load(
          new ByteArrayInputStream(weights.onnx()),
          Map.of("intraOpNumThreads", Integer.toString(threads), "interOpNumThreads", "1"));
    } catch (IOException | MalformedModelException | RuntimeException e) {
      model.close();
      throw new IllegalStateException("cannot load the network " + weights.info().name(), e);
    }
    return new OnnxNetwork(weights.info(), model, threads);
  }

  @Override
  public ModelInfo model() {
    return info;
  }

  @Override
  public String engine() {
    return "ONNX Runtime %s, CPU, %d %s"
        .formatted(
            OrtEnvironment.getEnvironment().getVersion(),
            threads,
            threads == 1 ? "thread" : "threads");
  }

  @Override
  public Assessor newAssessor() {
    return new OnnxAssessor(model);
  }

  @Override
  public void close() {
    model.close();
  }
}
