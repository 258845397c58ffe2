package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.OutcomeKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task that comes back on the same processor after its transaction was aborted. */
class PairingRevivalTest {
  private MockProcessorContext<String, SpecificRecord> context;
  private PairingProcessor processor;
  private Topics topics;

  private void read(Side side, long frame, long timestampMs) {
    context.setRecordMetadata(topics.frames(side), 0, frame);
    context.setCurrentStreamTimeMs(Math.max(context.currentStreamTimeMs(), timestampMs));
    processor.process(
        new Record<>(
            "camera",
            Pictures.toFrame(TestFrames.identity(frame), TestFrames.grey(100)),
            timestampMs));
    context.scheduledPunctuators().stream()
        .filter(p -> p.getType() == PunctuationType.STREAM_TIME)
        .forEach(p -> p.getPunctuator().punctuate(context.currentStreamTimeMs()));
  }

  private List<OutcomeKind> kinds() {
    List<OutcomeKind> kinds =
        context.forwarded().stream()
            .map(forward -> forward.record().value())
            .filter(Outcome.class::isInstance)
            .map(outcome -> ((Outcome) outcome).getKind())
            .toList();
    context.resetForwards();
    return kinds;
  }

  @Test
  void howFarASideWasReadIsForgottenWithTheTransaction(@TempDir Path directory) {
    MonitorConfig config = TopologyRig.configIn(directory).build();
    topics = new Topics(config.topicPrefix());
    PayloadCache cache = new PayloadCache(config.get(MonitorOption.PAYLOAD_CACHE));
    context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), directory.toFile());
    context.setCurrentSystemTimeMs(0);
    context.setCurrentStreamTimeMs(0);
    DetectionRig.open(PairingStores.builders(config.duplicateWindow()), context);
    processor =
        new PairingProcessor(
            new PairingResources(
                config,
                () -> LumaDifferenceNetwork::assess,
                LumaDifferenceNetwork.MODEL,
                "arithmetic in Java",
                (partition, offset) -> Optional.empty(),
                partitions -> true,
                cache,
                new MonitorMetrics(new SimpleMeterRegistry(), cache),
                (score, map, reference, processed) -> {}));
    processor.init(context);
    read(Side.PROCESSED, 9, 60_000);
    processor.close();

    processor.init(context);
    read(Side.REFERENCE, 1, 0);
    assertThat(kinds()).isEmpty();
    read(Side.PROCESSED, 1, 0);

    assertThat(kinds()).containsExactly(OutcomeKind.SCORED);
    processor.close();
    context.getStateStore("waiting").close();
    context.getStateStore("settled").close();
  }
}
