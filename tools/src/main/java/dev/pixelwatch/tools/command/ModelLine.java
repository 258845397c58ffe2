package dev.pixelwatch.tools.command;

import dev.pixelwatch.runtime.DistortionNetwork;

/** What a result came from, on one line. */
final class ModelLine {
  private ModelLine() {}

  static String of(DistortionNetwork network) {
    return "pixelwatch %s, network %s (sha256 %s), %s"
        .formatted(
            Version.number(), network.model().name(), network.model().sha256(), network.engine());
  }
}
