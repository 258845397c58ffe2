package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.tools.bench.FrameSize;
import dev.pixelwatch.tools.bench.PipelineBench;
import dev.pixelwatch.tools.bench.PipelineSpeed;
import dev.pixelwatch.tools.console.Progress;
import dev.pixelwatch.tools.files.TemporaryFolder;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pixelwatch bench pipeline}. */
@Command(
    name = "pipeline",
    description = "Measures everything together: decoding, broker, topology and network.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class BenchPipelineCommand implements Runnable {
  private static final String COVERS =
      "decode (H.264), broker, topology, network and reading the results, in one process";

  @Mixin private BenchPairArguments arguments;

  @Mixin private NetworkArgument network;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    long frames = arguments.pairs();
    FrameSize frame = arguments.size();
    if (frame.width() % 2 != 0 || frame.height() % 2 != 0) {
      throw new UserError(
          "frames of " + frame + " cannot be coded as H.264", "Give an even width and height.");
    }
    PrintWriter err = spec.commandLine().getErr();
    err.println("Making two videos of " + frames + " frames of " + frame);
    try (TemporaryFolder folder = TemporaryFolder.create();
        DistortionNetwork opened = network.open(1);
        Progress progress = Progress.start("Measuring", frames, "frames", err)) {
      PipelineSpeed speed =
          new PipelineBench(opened, Version.number())
              .run(frame, frames, folder.path(), new WatchDisplay(progress));
      print(opened, frame, speed, spec.commandLine().getOut());
    }
  }

  private void print(
      DistortionNetwork measured, FrameSize frame, PipelineSpeed speed, PrintWriter out) {
    if (arguments.json()) {
      Json.write(document(measured, frame, speed), out);
      return;
    }
    out.printf(
        Locale.ROOT,
        "%.1f pairs/s at %s on %d processors (%d pairs); %.1f CPU seconds, at most %d MiB"
            + " resident%n",
        speed.pairsPerSecond(),
        frame,
        Runtime.getRuntime().availableProcessors(),
        speed.pairs(),
        speed.cpuSeconds(),
        speed.peakResidentBytes() >> 20);
    out.println("covers " + COVERS);
    out.println("mean time of a pair in each stage; the stages overlap:");
    speed
        .stageMillis()
        .forEach((stage, millis) -> out.printf(Locale.ROOT, "  %-20s %8.1f ms%n", stage, millis));
    out.println(ModelLine.of(measured));
  }

  private Map<String, Object> document(
      DistortionNetwork measured, FrameSize frame, PipelineSpeed speed) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", Version.number());
    document.put("model", measured.model());
    document.put("engine", measured.engine());
    document.put("size", frame.toString());
    document.put("processors", Runtime.getRuntime().availableProcessors());
    document.put("pairs", speed.pairs());
    document.put("pairs_per_second", speed.pairsPerSecond());
    document.put("cpu_seconds", speed.cpuSeconds());
    document.put("peak_resident_bytes", speed.peakResidentBytes());
    document.put("stage_ms", speed.stageMillis());
    document.put("covers", COVERS);
    return document;
  }
}
