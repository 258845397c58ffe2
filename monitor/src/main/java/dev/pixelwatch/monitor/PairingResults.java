package dev.pixelwatch.monitor;

import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends what a task finds to its topics, and counts it. */
final class PairingResults {
  private final ProcessorContext<String, SpecificRecord> context;
  private final MonitorMetrics metrics;
  private final FrameThinning thinning;

  PairingResults(
      ProcessorContext<String, SpecificRecord> context,
      MonitorMetrics metrics,
      FrameThinning thinning) {
    this.context = context;
    this.metrics = metrics;
    this.thinning = thinning;
  }

  /** Score and map of a pair. */
  void publish(FrameIdentity identity, PairScoring.Scored scored) {
    forward(identity, scored.score(), PairingTopology.SCORES);
    forward(identity, scored.map(), PairingTopology.MAPS);
    Duration latency = Duration.of(scored.score().getLatencyUs(), ChronoUnit.MICROS);
    metrics.scored(identity, scored.inference(), latency);
  }

  /** An outcome; {@code side} is null unless it is about one side only. */
  void report(FrameIdentity identity, OutcomeKind kind, String reason, Side side) {
    Outcome outcome =
        new Outcome(
            identity.stream(),
            identity.stage(),
            identity.build(),
            identity.frameNumber(),
            identity.captureTimeUs(),
            kind,
            reason,
            thinning.k(),
            side == null ? null : side.toSchema());
    forward(identity, outcome, PairingTopology.OUTCOMES);
    metrics.settled(outcome);
  }

  private void forward(FrameIdentity identity, SpecificRecord message, String sink) {
    context.forward(new Record<>(identity.stream(), message, context.currentSystemTimeMs()), sink);
  }
}
