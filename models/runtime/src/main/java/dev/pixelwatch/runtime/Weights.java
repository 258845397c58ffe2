package dev.pixelwatch.runtime;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A trained network as the bytes of an ONNX file; nothing has looked into them yet. */
final class Weights {
  /** The networks that come with Pixelwatch. */
  static final List<String> SHIPPED = List.of("live", "studio");

  private final String origin;
  private final ModelInfo info;
  private final byte[] onnx;

  private Weights(String origin, String name, byte[] onnx) {
    this.origin = origin;
    this.info = new ModelInfo(name, sha256(onnx));
    this.onnx = onnx;
  }

  /**
   * @param nameOrFile {@code live}, {@code studio}, or the path of an ONNX file
   * @throws UserError if there are no such weights
   */
  static Weights of(String nameOrFile) {
    if (SHIPPED.contains(nameOrFile)) {
      return shipped(nameOrFile);
    }
    try {
      return of(Path.of(nameOrFile));
    } catch (InvalidPathException e) {
      throw unreadable(nameOrFile, e);
    }
  }

  /**
   * @throws UserError if the file cannot be read
   */
  static Weights of(Path file) {
    try {
      byte[] onnx = Files.readAllBytes(file); // First: a root has no file name.
      String name = file.getFileName().toString().replace(".onnx", "");
      return new Weights(file.toString(), name, onnx);
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  private static Weights shipped(String name) {
    String resource = "/weights/" + name + ".onnx";
    try (InputStream in = Weights.class.getResourceAsStream(resource)) {
      return new Weights(name, name, in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + resource, e);
    }
  }

  private static UserError unreadable(String file, Exception cause) {
    return new UserError(
        "cannot read the network " + file,
        "Use live, studio, or the path of a file that ./pixelwatch train wrote.",
        cause);
  }

  /** The file, or the name of what comes with Pixelwatch. */
  String origin() {
    return origin;
  }

  /** Name and hash. */
  ModelInfo info() {
    return info;
  }

  /** Not a copy. */
  byte[] onnx() {
    return onnx;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
