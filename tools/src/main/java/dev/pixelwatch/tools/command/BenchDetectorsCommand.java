package dev.pixelwatch.tools.command;

import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.OnnxNetwork;
import dev.pixelwatch.tools.bench.detectors.TrackFile;
import dev.pixelwatch.tools.bench.detectors.TrackRecorder;
import dev.pixelwatch.tools.console.Progress;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pixelwatch bench detectors}. */
@Command(
    name = "detectors",
    description = "Measures false alarms and delays of the detectors.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class BenchDetectorsCommand implements Runnable {
  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Measure score noise anew on painted scenes, write it to this file and end.")
  private Path record;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    record();
  }

  private void record() {
    try (DistortionNetwork network = OnnxNetwork.load("live", 1);
        Progress progress =
            Progress.start(
                "Recording", TrackRecorder.frames(), "frames", spec.commandLine().getErr())) {
      TrackFile.write(new TrackRecorder(network).record(progress::update), record);
    }
    spec.commandLine().getOut().println("Written: " + record);
  }
}
