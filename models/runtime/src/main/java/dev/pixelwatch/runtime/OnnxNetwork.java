package dev.pixelwatch.runtime;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.onnxruntime.OrtEnvironment;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.core.UserError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A network in an ONNX file, run by DJL's ONNX Runtime engine on the CPU. */
public final class OnnxNetwork implements DistortionNetwork {
  private static final String ENGINE = "OnnxRuntime";

  private static final int TRIAL_SIDE = 16;

  /** The networks that come with Pixelwatch. */
  private static final List<String> SHIPPED = List.of("live", "studio");

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
   * @throws UserError if there are no such weights
   */
  public static OnnxNetwork load(String nameOrFile, int threads) {
    if (!isShipped(nameOrFile)) {
      try {
        return load(Path.of(nameOrFile), threads);
      } catch (InvalidPathException e) {
        throw unreadable(nameOrFile, e);
      }
    }
    return load(nameOrFile, weights(nameOrFile), threads);
  }

  private static byte[] weights(String shipped) {
    String resource = "/weights/" + shipped + ".onnx";
    try (InputStream in = OnnxNetwork.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + resource, e);
    }
  }

  /**
   * Loads weights from a file, such as one that {@code ./pixelwatch train} wrote.
   *
   * @throws UserError if the file cannot be read or is not such a network
   */
  public static OnnxNetwork load(Path file, int threads) {
    byte[] onnx;
    try {
      onnx = Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
    try {
      return tried(load(file.getFileName().toString().replace(".onnx", ""), onnx, threads));
    } catch (IllegalStateException e) {
      throw new UserError(
          file + " is not a network that Pixelwatch can run",
          "Give an .onnx file that ./pixelwatch train wrote.",
          e);
    }
  }

  /** The networks that come with Pixelwatch; none is loaded. */
  public static List<ModelInfo> shipped() {
    return SHIPPED.stream().map(name -> new ModelInfo(name, sha256(weights(name)))).toList();
  }

  /** Whether a network of this name comes with Pixelwatch. */
  public static boolean isShipped(String name) {
    return SHIPPED.contains(name);
  }

  private static UserError unreadable(String file, Exception cause) {
    return new UserError(
        "cannot read the network " + file,
        "Use live, studio, or the path of a file that ./pixelwatch train wrote.",
        cause);
  }

  /** The same network, after it has answered once: other ONNX files load as well. */
  private static OnnxNetwork tried(OnnxNetwork network) {
    Picture grey = Picture.grey(TRIAL_SIDE, TRIAL_SIDE);
    try (Assessor assessor = network.newAssessor()) {
      assessor.assess(grey, grey);
      return network;
    } catch (RuntimeException e) {
      network.close();
      throw new IllegalStateException("it does not answer to a pair of frames", e);
    }
  }

  private static OnnxNetwork load(String name, byte[] onnx, int threads) {
    Model model = Model.newInstance(name, ENGINE);
    try {
      model.load(
          new ByteArrayInputStream(onnx),
          Map.of("intraOpNumThreads", Integer.toString(threads), "interOpNumThreads", "1"));
    } catch (IOException | MalformedModelException | RuntimeException e) {
      model.close();
      throw new IllegalStateException("cannot load the network " + name, e);
    }
    return new OnnxNetwork(new ModelInfo(name, sha256(onnx)), model, threads);
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

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
