package dev.pixelwatch.monitor;

import dev.pixelwatch.schemas.Outcome;
import dev.pixelwatch.schemas.Records;
import dev.pixelwatch.schemas.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What a task of the detectors remembers, on disk and in changelogs: the state of the detectors of
 * each stream, and the scores and outcomes that wait for their turn.
 */
final class DetectionStores {
  private static final String DETECTORS = "detectors";
  private static final String SCORES = "waiting-scores";
  private static final String OUTCOMES = "waiting-outcomes";

  private final KeyValueStore<String, byte[]> detectors;
  private final KeyValueStore<String, Score> scores;
  private final KeyValueStore<String, Outcome> outcomes;

  DetectionStores(ProcessorContext<?, ?> context) {
    detectors = context.getStateStore(DETECTORS);
    scores = context.getStateStore(SCORES);
    outcomes = context.getStateStore(OUTCOMES);
  }

  static List<StoreBuilder<?>> builders() {
    return List.of(
        store(DETECTORS, Serdes.ByteArray()),
        store(SCORES, RecordSerde.of(Records.SCORE)),
        store(OUTCOMES, RecordSerde.of(Records.OUTCOME)));
  }

  private static <T> StoreBuilder<KeyValueStore<String, T>> store(String name, Serde<T> serde) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.String(), serde);
  }

  /** Null if the stream was never seen. */
  byte[] detectors(String stream) {
    return detectors.get(stream);
  }

  void put(String stream, byte[] state) {
    detectors.put(stream, state);
  }

  void await(Score score) {
    scores.put(key(score.getStream(), score.getFrameNumber()), score);
  }

  void await(Outcome outcome) {
    outcomes.put(key(outcome.getStream(), outcome.getFrameNumber()), outcome);
  }

  void remove(SpecificRecord waiting) {
    if (waiting instanceof Score score) {
      scores.delete(key(score.getStream(), score.getFrameNumber()));
    } else if (waiting instanceof Outcome outcome) {
      outcomes.delete(key(outcome.getStream(), outcome.getFrameNumber()));
    }
  }

  /** Everything that waits, of all streams of the task. */
  List<SpecificRecord> waiting() {
    List<SpecificRecord> all = new ArrayList<>();
    try (KeyValueIterator<String, Score> iterator = scores.all()) {
      iterator.forEachRemaining(entry -> all.add(entry.value));
    }
    try (KeyValueIterator<String, Outcome> iterator = outcomes.all()) {
      iterator.forEachRemaining(entry -> all.add(entry.value));
    }
    return all;
  }

  private static String key(String stream, long frameNumber) {
    return String.format(Locale.ROOT, "%s/%d", stream, frameNumber);
  }
}
