package dev.pixelwatch.tools.command;

import dev.pixelwatch.core.UserError;
import dev.pixelwatch.runtime.DistortionNetwork;
import dev.pixelwatch.runtime.OnnxNetwork;
import dev.pixelwatch.tools.bench.EngineAgreement;
import dev.pixelwatch.tools.bench.FrameSize;
import dev.pixelwatch.tools.bench.NetworkBench;
import dev.pixelwatch.tools.bench.NetworkSpeed;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pixelwatch bench network}. */
@Command(
    name = "network",
    description = "Measures the network alone, on pictures in memory.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class BenchNetworkCommand implements Runnable {
  private static final String COVERS =
      "the network alone: I420 planes in memory to map and score, copies to a GPU and back"
          + " included; no decoding, no Kafka";

  @Option(
      names = "--size",
      defaultValue = "1920x1080",
      paramLabel = "WxH",
      description = "Size of the frames (default: ${DEFAULT-VALUE}).")
  private String size;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Workers with one thread each (default: the number of processors).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--seconds",
      defaultValue = "10",
      paramLabel = "S",
      description = "How long to measure (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Mixin private NetworkArgument network;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    if (threads < 1 || seconds < 1) {
      throw new UserError(
          "--threads and --seconds must be 1 or more", "Give positive numbers, or leave them out.");
    }
    FrameSize frame = FrameSize.parse(size);
    try (DistortionNetwork opened = network.open(1)) {
      NetworkSpeed speed =
          new NetworkBench(opened, frame.width(), frame.height())
              .run(threads, Duration.ofSeconds(seconds));
      print(opened, frame, speed, agreement(opened, frame), spec.commandLine().getOut());
    }
  }

  /** With the CPU; none where it is what was measured. */
  private Optional<EngineAgreement> agreement(DistortionNetwork measured, FrameSize frame) {
    if (measured instanceof OnnxNetwork) {
      return Optional.empty();
    }
    try (DistortionNetwork onCpu = network.onCpu(threads)) {
      return Optional.of(EngineAgreement.of(measured, onCpu, frame.width(), frame.height()));
    }
  }

  private void print(
      DistortionNetwork measured,
      FrameSize frame,
      NetworkSpeed speed,
      Optional<EngineAgreement> agreement,
      PrintWriter out) {
    if (json) {
      Map<String, Object> document = document(measured, frame, speed);
      agreement.ifPresent(found -> document.put("agreement_with_cpu", found));
      Json.write(document, out);
      return;
    }
    out.printf(
        Locale.ROOT,
        "%.1f pairs/s at %s with %d workers; latency median %.1f ms, p99 %.1f ms (%d pairs)%n",
        speed.pairsPerSecond(),
        frame,
        threads,
        speed.medianMillis(),
        speed.p99Millis(),
        speed.pairs());
    out.println("covers " + COVERS);
    agreement.ifPresent(
        found ->
            out.printf(
                Locale.ROOT,
                "with the CPU, %d pairs: maps within %.4f, scores within %.2f points, the same type"
                    + " first in %d; mirrored within %.0e%n",
                found.pairs(),
                found.map(),
                found.points(),
                found.sameFirst(),
                found.asymmetry()));
    out.println(ModelLine.of(measured));
  }

  private Map<String, Object> document(
      DistortionNetwork measured, FrameSize frame, NetworkSpeed speed) {
    Map<String, Double> latency = new LinkedHashMap<>();
    latency.put("median", speed.medianMillis());
    latency.put("p99", speed.p99Millis());
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", Version.number());
    document.put("model", measured.model());
    document.put("engine", measured.engine());
    document.put("size", frame.toString());
    document.put("workers", threads);
    document.put("pairs", speed.pairs());
    document.put("pairs_per_second", speed.pairsPerSecond());
    document.put("latency_ms", latency);
    document.put("covers", COVERS);
    return document;
  }
}
