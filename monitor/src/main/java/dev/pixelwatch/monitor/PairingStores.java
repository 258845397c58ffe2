package dev.pixelwatch.monitor;

import dev.pixelwatch.schemas.FramePointer;
import dev.pixelwatch.schemas.OutcomeKind;
import dev.pixelwatch.schemas.Records;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * What a task remembers, on disk and in changelogs: the frames that wait, as pointers into the log,
 * and the frame numbers that are settled, for as long as the duplicate window. The latter live in a
 * window store since that forgets whole segments at no cost.
 */
final class PairingStores {
  private static final String WAITING = "waiting";
  private static final String SETTLED = "settled";

  private final KeyValueStore<String, FramePointer> waiting;
  private final WindowStore<String, String> settled;
  private final long windowMs;

  PairingStores(ProcessorContext<?, ?> context, Duration duplicateWindow) {
    waiting = context.getStateStore(WAITING);
    settled = context.getStateStore(SETTLED);
    windowMs = duplicateWindow.toMillis();
  }

  static List<StoreBuilder<?>> builders(Duration duplicateWindow) {
    return List.of(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(WAITING),
            Serdes.String(),
            RecordSerde.of(Records.POINTER)),
        Stores.windowStoreBuilder(
            Stores.persistentWindowStore(SETTLED, duplicateWindow, duplicateWindow, false),
            Serdes.String(),
            Serdes.String()));
  }

  private static String key(String stream, long frameNumber) {
    return stream + "/" + frameNumber;
  }

  Optional<FramePointer> waiting(String stream, long frameNumber) {
    return Optional.ofNullable(waiting.get(key(stream, frameNumber)));
  }

  void await(FramePointer pointer) {
    waiting.put(key(pointer.getStream(), pointer.getFrameNumber()), pointer);
  }

  /** The waiting frames that fit, oldest first. */
  List<FramePointer> waiting(Predicate<FramePointer> condition) {
    List<FramePointer> found = new ArrayList<>();
    try (KeyValueIterator<String, FramePointer> all = waiting.all()) {
      all.forEachRemaining(
          entry -> {
            if (condition.test(entry.value)) {
              found.add(entry.value);
            }
          });
    }
    found.sort(Comparator.comparingLong(FramePointer::getTimestampMs));
    return found;
  }

  boolean nothingWaits() {
    try (KeyValueIterator<String, FramePointer> all = waiting.all()) {
      return !all.hasNext();
    }
  }

  /** Nobody waits under this frame number any more: it came to an outcome at this stream time. */
  void settle(String stream, long frameNumber, OutcomeKind kind, long streamTimeMs) {
    waiting.delete(key(stream, frameNumber));
    settled.put(key(stream, frameNumber), kind.name(), streamTimeMs);
  }

  /** How this frame number ended, if it did within the duplicate window. */
  Optional<OutcomeKind> settledAs(String stream, long frameNumber, long streamTimeMs) {
    try (WindowStoreIterator<String> found =
        settled.fetch(
            key(stream, frameNumber),
            Math.max(0, streamTimeMs - windowMs),
            streamTimeMs + windowMs)) {
      return found.hasNext()
          ? Optional.of(OutcomeKind.valueOf(found.next().value))
          : Optional.empty();
    }
  }
}
