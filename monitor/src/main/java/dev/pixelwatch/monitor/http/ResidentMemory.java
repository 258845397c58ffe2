package dev.pixelwatch.monitor.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Memory of this process as the system counts it. The network, the codecs and RocksDB use native
 * memory, which no metric of the Java machine shows.
 */
final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String LINE = "VmRSS:";

  private ResidentMemory() {}

  static void measure(MeterRegistry registry) {
    Gauge.builder(HttpMetricNames.RESIDENT, ResidentMemory::bytes)
        .description("Memory of this process that is in use, native memory included")
        .baseUnit("bytes")
        .register(registry);
  }

  /** Not a number where the system does not tell. */
  private static double bytes() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(LINE))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException | RuntimeException e) {
      return Double.NaN;
    }
  }
}
