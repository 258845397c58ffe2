package dev.pixelwatch.tools.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.pixelwatch.core.scene.MovingScene;
import dev.pixelwatch.media.Encoding;
import dev.pixelwatch.media.FrameRate;
import dev.pixelwatch.media.VideoWriter;
import dev.pixelwatch.monitor.MetricNames;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.tools.watch.StageTimers;
import dev.pixelwatch.tools.watch.VideoPair;
import dev.pixelwatch.tools.watch.WatchListener;
import dev.pixelwatch.tools.watch.WatchOptions;
import dev.pixelwatch.tools.watch.WatchResult;
import dev.pixelwatch.tools.watch.WatchSession;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The whole way on this machine: two H.264 videos are decoded, their frames go through the embedded
 * broker, are paired, assessed, and the results read back.
 */
public final class PipelineBench {
  private static final FrameRate RATE = FrameRate.of(30);
  private static final long SEED = 1;

  private final DistortionNetwork network;
  private final String version;

  public PipelineBench(DistortionNetwork network, String version) {
    this.network = network;
    this.version = version;
  }

  /**
   * Makes two videos in a folder, and measures how fast they are watched.
   *
   * @param listener hears how the run goes
   */
  public PipelineSpeed run(FrameSize size, long frames, Path folder, WatchListener listener) {
    Path reference = write(folder.resolve("reference.mp4"), size, frames, 20);
    Path processed = write(folder.resolve("processed.mp4"), size, frames, 38);
    MeterRegistry registry = new SimpleMeterRegistry();
    WatchSession session =
        new WatchSession(
            WatchOptions.temporary("bench", "encoder", "bench"),
            network,
            registry,
            version,
            Optional.empty());
    try (VideoPair videos = VideoPair.open(reference, processed, false)) {
      long cpuBefore = cpuNanos();
      WatchResult result = session.run(videos, listener, () -> false);
      double cpuSeconds = (cpuNanos() - cpuBefore) / 1e9;
      return new PipelineSpeed(
          result.run().pairsPerSecond(),
          result.frames().size(),
          cpuSeconds,
          peakResidentBytes(),
          stages(registry));
    }
  }

  private static Path write(Path file, FrameSize size, long frames, int quantiser) {
    MovingScene scene = new MovingScene(size.width(), size.height(), SEED, true);
    try (VideoWriter writer =
        new VideoWriter(file, size.width(), size.height(), RATE, Encoding.h264(quantiser))) {
      for (long frame = 0; frame < frames; frame++) {
        writer.write(scene.frame(frame));
      }
    }
    return file;
  }

  /**
   * Mean milliseconds for a pair in each stage; stages overlap, and the network has two threads.
   */
  private static Map<String, Double> stages(MeterRegistry registry) {
    Map<String, Double> stages = new LinkedHashMap<>();
    stages.put("decode", meanMillis(StageTimers.decode(registry)));
    stages.put("publish", meanMillis(StageTimers.publish(registry)));
    stages.put("network", meanMillis(registry.get(MetricNames.INFERENCE).timer()));
    stages.put("published to scored", meanMillis(registry.get(MetricNames.LATENCY).timer()));
    return stages;
  }

  private static double meanMillis(Timer timer) {
    return timer.mean(TimeUnit.MILLISECONDS);
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** The high-water mark of resident memory of this process, 0 where the system does not tell. */
  private static long peakResidentBytes() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
