package dev.pixelwatch.monitor;

import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.monitor.detect.Alert;
import dev.pixelwatch.monitor.detect.DetectorConfig;
import dev.pixelwatch.schemas.Score;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The detectors of one task alone, on a clock that tests move. */
final class DetectionRig implements AutoCloseable {
  static final int FRAME_MS = 40;

  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;

  private final MockProcessorContext<String, Alert> context;
  private final DetectionProcessor processor =
      new DetectionProcessor(DetectorConfig.defaults(), (score, map, reference, processed) -> {});

  DetectionRig(Path directory) {
    context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), directory.toFile());
    context.setCurrentSystemTimeMs(0);
    open(DetectionStores.builders(), context);
    init();
  }

  static void open(List<StoreBuilder<?>> builders, MockProcessorContext<?, ?> context) {
    for (StoreBuilder<?> builder : builders) {
      StateStore store = builder.withLoggingDisabled().build();
      store.init(context.getStateStoreContext(), store);
    }
  }

  /** As Kafka Streams does at the start of a task, and again after it was aborted. */
  void init() {
    processor.init(context);
  }

  /** The detectors' state of a stream, as a transaction would commit it. */
  byte[] stored(String stream) {
    return detectors().get(stream);
  }

  /** Brings back the state of an earlier transaction. */
  void restore(String stream, byte[] stored) {
    detectors().put(stream, stored);
  }

  private KeyValueStore<String, byte[]> detectors() {
    return context.getStateStore("detectors");
  }

  /** Pairs with this exposure. */
  void score(String stream, long from, long to, float exposure) {
    for (long frame = from; frame < to; frame++) {
      waitMs(FRAME_MS);
      processor.process(new Record<>(stream, score(stream, frame, exposure), 0));
    }
  }

  /** Maps that have this intensity everywhere. */
  void map(String stream, long from, long to, float intensity) {
    int rows = DistortionMap.cells(HEIGHT);
    int columns = DistortionMap.cells(WIDTH);
    float[] values = new float[DistortionType.COUNT * rows * columns];
    Arrays.fill(values, 0.5f + intensity / 2);
    DistortionMap map = new DistortionMap(rows, columns, values);
    for (long frame = from; frame < to; frame++) {
      processor.process(
          new Record<>(stream, Maps.toRecord(TestFrames.identity(stream, frame), map), 0));
    }
  }

  private static Score score(String stream, long frame, float exposure) {
    List<Float> intensities = new ArrayList<>(Collections.nCopies(DistortionType.COUNT, 0f));
    intensities.set(DistortionType.EXPOSURE.ordinal(), exposure);
    return new Score(
        stream,
        "isp",
        "7",
        frame,
        frame * FRAME_MS * 1000,
        0.0,
        intensities,
        WIDTH,
        HEIGHT,
        "live",
        "0".repeat(64),
        "a test",
        0L,
        0L,
        ByteBuffer.allocate(0),
        ByteBuffer.allocate(0));
  }

  /** Lets time pass, with what the task does by the clock. */
  void waitMs(long ms) {
    context.setCurrentSystemTimeMs(context.currentSystemTimeMs() + ms);
    context
        .scheduledPunctuators()
        .forEach(p -> p.getPunctuator().punctuate(context.currentSystemTimeMs()));
  }

  /** The alerts since the last call. */
  List<Alert> alerts() {
    List<Alert> alerts = new ArrayList<>();
    context.forwarded().forEach(forward -> alerts.add(forward.record().value()));
    context.resetForwards();
    return alerts;
  }

  @Override
  public void close() {
    for (String store : List.of("detectors", "waiting-scores", "waiting-outcomes")) {
      context.getStateStore(store).close();
    }
  }
}
