package dev.pixelwatch.tools.command;

import dev.pixelwatch.runtime.DistortionNetwork;

/** What a result came from, on one line. */
final class ModelLine {
  private static final int HASH_DIGITS = 12;

  private ModelLine() {}

  static String of(DistortionNetwork network) {
    return "pixelwatch %s, network %s %s, %s"
        .formatted(
            Version.number(),
            network.model().name(),
            network.model().sha256().substring(0, HASH_DIGITS),
            network.engine());
  }
}
