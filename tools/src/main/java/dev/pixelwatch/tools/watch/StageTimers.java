package dev.pixelwatch.tools.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Where the time of a run goes before the monitor has the frames. */
public final class StageTimers {
  private StageTimers() {}

  /** Timer {@code pixelwatch.decode}: decoding both frames of a pair. */
  public static Timer decode(MeterRegistry registry) {
    return Timer.builder("pixelwatch.decode")
        .description("Decoding both frames of a pair")
        .register(registry);
  }

  /** Timer {@code pixelwatch.publish}: handing both frames of a pair to the Kafka producer. */
  public static Timer publish(MeterRegistry registry) {
    return Timer.builder("pixelwatch.publish")
        .description("Handing both frames of a pair to the Kafka producer")
        .register(registry);
  }
}
