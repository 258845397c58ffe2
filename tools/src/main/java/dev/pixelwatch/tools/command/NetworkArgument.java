package dev.pixelwatch.tools.command;

import dev.pixelwatch.runtime.OnnxNetwork;
import picocli.CommandLine.Option;

/** Which network scores. */
final class NetworkArgument {
  private static final String DEFAULT = "live";

  @Option(
      names = "--network",
      paramLabel = "NAME",
      description =
          "What scores: live, studio (larger, about five times slower), or an .onnx file that"
              + " 'train' wrote (default: "
              + DEFAULT
              + ").")
  private String network;

  boolean isGiven() {
    return network != null;
  }

  /** The name, or the path of the file. */
  String name() {
    return isGiven() ? network : DEFAULT;
  }

  /**
   * @param threads that one assessment uses
   * @throws dev.pixelwatch.core.UserError if there is no such network
   */
  OnnxNetwork open(int threads) {
    return OnnxNetwork.load(name(), threads);
  }
}
