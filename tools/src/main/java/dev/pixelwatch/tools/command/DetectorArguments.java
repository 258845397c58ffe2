package dev.pixelwatch.tools.command;

import dev.pixelwatch.monitor.detect.Baseline;
import dev.pixelwatch.monitor.detect.BaselineFile;
import dev.pixelwatch.monitor.detect.DetectorConfig;
import dev.pixelwatch.monitor.detect.RulesFile;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What the detectors are told on the command line. */
final class DetectorArguments {
  private static final String IDENTITY = "identity";

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "Thresholds, sensitivity and what is muted, in YAML (default: see the README).")
  private Path rules;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "Compare with this baseline of 'pixelwatch baseline' instead of one learned from the"
              + " first seconds; may be given for several streams. identity: a stage that should"
              + " change nothing.")
  private List<Path> baselines = List.of();

  /**
   * Reads the files.
   *
   * @throws dev.pixelwatch.core.UserError if one is wrong
   */
  DetectorConfig config() {
    DetectorConfig config = DetectorConfig.defaults();
    if (rules != null) {
      config = config.withRules(RulesFile.read(rules));
    }
    for (Path baseline : baselines) {
      config =
          config.withBaseline(
              baseline.toString().equals(IDENTITY)
                  ? Baseline.ofIdentity()
                  : BaselineFile.read(baseline));
    }
    return config;
  }
}
