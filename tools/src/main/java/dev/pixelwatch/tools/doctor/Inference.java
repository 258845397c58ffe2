package dev.pixelwatch.tools.doctor;

import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.Picture;
import dev.pixelwatch.runtime.Assessor;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.Networks;
import dev.pixelwatch.runtime.OnnxNetwork;

/** The shipped network on a tiny pair, and what could run it faster. */
final class Inference {
  private Inference() {}

  static Finding gpu() {
    return Finding.info(
        "gpu",
        Networks.withoutTensorRt()
            .map(
                missing ->
                    Networks.gpuIsExpected()
                        ? "not used: %s. %s".formatted(missing.getMessage(), missing.hint())
                        : "none found, the CPU scores")
            .orElseGet(() -> Networks.tensorRt() + " can be used"));
  }

  static Finding tiny() {
    Picture grey = Picture.grey(64, 64);
    try (DistortionNetwork network = OnnxNetwork.load("live", 1);
        Assessor assessor = network.newAssessor()) {
      Assessment assessment = assessor.assess(grey, grey);
      String detail =
          "%s, sha256 %s, on %s"
              .formatted(network.model().name(), network.model().sha256(), network.engine());
      return assessment.score() == 0
          ? Finding.ok("network", detail)
          : Finding.missing(
              "network",
              detail + ", scores two equal pictures " + assessment.score() + " instead of 0",
              "Report this with the output of 'pixelwatch doctor --json'.");
    }
  }
}
