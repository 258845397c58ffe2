package dev.pixelwatch.tools.command;

import dev.pixelwatch.tools.bench.FrameSize;
import dev.pixelwatch.tools.bench.ReplayBench;
import dev.pixelwatch.tools.bench.ReplaySpeed;
import dev.pixelwatch.tools.files.TemporaryFolder;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pixelwatch bench replay}. */
@Command(
    name = "replay",
    description =
        "Measures recording at 30 frames/s, and replaying beside what the broker takes from memory"
            + " in the same run.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class BenchReplayCommand implements Runnable {
  private static final String COVERS =
      "publisher, embedded broker and recorder in one process; no network";

  @Mixin private BenchPairArguments arguments;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    long frames = arguments.pairs();
    FrameSize frame = arguments.size();
    PrintWriter err = spec.commandLine().getErr();
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      ReplaySpeed speed =
          new ReplayBench(frame, frames, folder.path(), Version.number())
              .run(
                  news -> {
                    err.println(news);
                    err.flush();
                  });
      print(frame, speed, spec.commandLine().getOut());
    }
  }

  private void print(FrameSize frame, ReplaySpeed speed, PrintWriter out) {
    if (arguments.json()) {
      Json.write(document(frame, speed), out);
      return;
    }
    out.printf(
        Locale.ROOT,
        "recorded %d of %d frames of %s, published at %.1f pairs/s (30 are asked for); %.1f CPU"
            + " seconds; %s became %s%n",
        speed.recorded(),
        speed.frames(),
        frame,
        speed.frames() / 2 / speed.liveSeconds(),
        speed.recordingCpuSeconds(),
        SizeArgument.words(speed.frameBytes()),
        SizeArgument.words(speed.fileBytes()));
    out.printf(
        Locale.ROOT,
        "replayed at %.0f MB/s; from memory the broker takes %.0f MB/s, reading alone does %.0f"
            + " MB/s%n",
        speed.replayMegabytesPerSecond(),
        speed.rawMegabytesPerSecond(),
        speed.readMegabytesPerSecond());
    out.println("covers " + COVERS);
    out.flush();
  }

  private static Map<String, Object> document(FrameSize frame, ReplaySpeed speed) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", Version.number());
    document.put("size", frame.toString());
    document.put("processors", Runtime.getRuntime().availableProcessors());
    document.put("frames", speed.frames());
    document.put("recorded", speed.recorded());
    document.put("live_seconds", speed.liveSeconds());
    document.put("recording_cpu_seconds", speed.recordingCpuSeconds());
    document.put("frame_bytes", speed.frameBytes());
    document.put("file_bytes", speed.fileBytes());
    document.put("raw_megabytes_per_second", speed.rawMegabytesPerSecond());
    document.put("read_megabytes_per_second", speed.readMegabytesPerSecond());
    document.put("replay_megabytes_per_second", speed.replayMegabytesPerSecond());
    document.put("covers", COVERS);
    return document;
  }
}
