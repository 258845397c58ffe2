package dev.pixelwatch.monitor;

import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.monitor.detect.DetectorConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Feeds the detectors of all streams of one partition and publishes their alerts. All topics of
 * results are keyed by stream, so that everything about a stream comes here. What the detectors
 * remember is stored with each record in the transaction that sends the alerts: an alert opens and
 * closes once, whatever crashes.
 */
final class DetectionProcessor implements Processor<String, SpecificRecord, String, Alert> {
  private static final Duration RELEASE_EVERY = Duration.ofMillis(200);

  private final DetectorConfig config;
  private final PairListener listener;
  private final Map<String, StreamWatch> streams = new HashMap<>();
  private ProcessorContext<String, Alert> context;
  private DetectionStores stores;

  DetectionProcessor(DetectorConfig config, PairListener listener) {
    this.config = config;
    this.listener = listener;
  }

  /** Called again where a task comes back after its transaction was aborted. */
  @Override
  public void init(ProcessorContext<String, Alert> taskContext) {
    // What was aborted must not be remembered here: the stores are as they were before it.
    streams.clear();
    context = taskContext;
    stores = new DetectionStores(context);
    long now = context.currentSystemTimeMs();
    for (SpecificRecord waiting : stores.waiting()) {
      watch(StreamWatch.streamOf(waiting)).restore(waiting, now);
    }
    context.schedule(RELEASE_EVERY, PunctuationType.WALL_CLOCK_TIME, this::releaseAll);
  }

  private StreamWatch watch(String stream) {
    return streams.computeIfAbsent(stream, name -> new StreamWatch(name, config, stores));
  }

  @Override
  public void process(Record<String, SpecificRecord> record) {
    if (record.key() == null || record.value() == null) {
      return;
    }
    long now = context.currentSystemTimeMs();
    send(record.key(), watch(record.key()).take(record.value(), now), now);
  }

  private void releaseAll(long nowMs) {
    streams.forEach((stream, watch) -> send(stream, watch.release(nowMs), nowMs));
    // Its maps are megabytes; all else comes back from the stores if the stream does.
    streams.values().removeIf(watch -> watch.isIdle(nowMs));
  }

  private void send(String stream, List<Alert> alerts, long nowMs) {
    for (Alert alert : alerts) {
      context.forward(new Record<>(stream, alert, nowMs));
      listener.alerted(alert);
    }
  }
}
